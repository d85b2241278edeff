import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { type ConsentMethod, ConsentsService, PartiesService, partyProblems } from '#parties';
import { type Act, type EvidenceFile, accessProblems } from '#platform';
import { EncumbrancesService } from '#rights';
import { TransferPapers } from '../letters/transfer-papers.service.js';
import { consentText, consentedIn, knownBy } from '../consent.letter.js';
import { applicationLabels } from './application.words.js';
import { transferProblems } from '../transfer.problems.js';
import { type TransferFacts, consentsOpen } from '../transfer.facts.js';
import { parcelFacts } from '../transfers.queries.js';
import type { ConsentWithdrawalInput, FileInput, MemberConsentInput, MortgageeInput } from '../material.input.js';

/** A case of which only the record is read: no rule is asked of what is brought to it. */
type Touched = Pick<TransferFacts, 'record' | 'term'>;

/** What is brought to a case: photos and scans, each member's consent, a mortgagee's consent. */
@Injectable()
export class MaterialsService {
  constructor(
    private readonly parties: PartiesService,
    private readonly papers: TransferPapers,
    private readonly consents: ConsentsService,
    private readonly encumbrances: EncumbrancesService,
  ) {}

  async attach(act: Act, { record }: Touched, { kind, file }: FileInput): Promise<void> {
    const kept: string[] = [];
    for (const each of file) kept.push((await this.papers.attach(act, record, each, kind)).sha256);
    await act.note('transfer', record, { detail: { kind, files: kept } });
  }

  /** What people of one household consent to; how it may be entered is decided by who enters it (ConsentsService refuses the rest). */
  async consent(act: Act, { record, term }: Touched, input: MemberConsentInput): Promise<void> {
    const { householdId, witness } = input;
    const personIds = [...new Set(input.personId)];
    const file = input.file
      ? await this.papers.attach(act, record, input.file, 'consent', [householdId, ...personIds])
      : null;
    const method = methodOf(act.actor, file);
    const parcels = await parcelFacts(act.tx, record.id);
    const takerCode = knownBy(this.parties.view(await this.parties.get(record.transfereeId, act.tx)));
    await this.consents.give(act, {
      ...consentedIn(record),
      householdId,
      personIds,
      statement: consentText({ record, term, parcels, takerCode }, householdId),
      method,
      readAloud: method === 'assisted',
      ...(witness ? { witness } : {}),
      ...(file ? { evidenceFileId: file.id } : {}),
    });
  }

  /** One person takes his consent back, in the ways in which it may be given. */
  async consentWithdrawn(act: Act, { record }: Touched, input: ConsentWithdrawalInput): Promise<void> {
    if (!consentsOpen({ record }))
      throw transferProblems.consentBinds({ detail: transferProblems.consentBinds.explanation });
    const file = input.file ? await this.papers.attach(act, record, input.file, 'consent_withdrawal') : null;
    const { personId, reason } = input;
    const about = consentedIn(record);
    const status = await this.consents.current(about.aboutKind, about.aboutId, act.tx);
    const householdId = input.householdId ?? status.find((each) => each.personId === personId)?.householdId ?? '';
    if (householdId === '') throw partyProblems.consentGone();
    await this.consents.withdraw(act, {
      ...{ ...about, householdId, personId, reason },
      method: methodOf(act.actor, file),
      ...(file ? { evidenceFileId: file.id } : {}),
    });
  }

  async mortgageeConsent(act: Act, { land, record }: TransferFacts, input: MortgageeInput): Promise<void> {
    if (act.actor.kind !== 'staff') throw accessProblems.notYourPost();
    const mortgage = land.mortgages.find((each) => each.id === input.encumbranceId);
    if (!mortgage) throw transferProblems.notMortgaged();
    const file = await this.papers.attach(act, record, input.file, 'mortgagee');
    const about = { subject: 'transfer', subjectId: record.id, evidenceFileId: file.id, on: input.givenOn };
    await this.encumbrances.consent(act, mortgage.id, about);
    const label = applicationLabels.mortgagee(mortgage.mortgageeName);
    await act.note('transfer', record, { label, detail: { encumbrance: mortgage.id } });
  }
}

/** Whether it is this very person who stands at the counter, ConsentsService asks the record of the assistance. */
function methodOf(actor: Actor, file: EvidenceFile | null): ConsentMethod {
  if (actor.assisting !== null && file === null) return 'assisted';
  return actor.kind === 'staff' ? 'scan' : 'in_person';
}
