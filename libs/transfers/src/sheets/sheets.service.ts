import { Injectable } from '@nestjs/common';
import { maskIdentity } from '#kernel';
import { ConsentsService, PartiesService, cardNumber, consentMethods, statementHash } from '#parties';
import { type Act, type Elsewhere, inputProblem } from '#platform';
import { type CaseLetter, TransferPapers } from '../letters/transfer-papers.service.js';
import { disbursementsOf } from '../letters/deposit-money.queries.js';
import { depositRelease } from '../letters/deposit.letter.js';
import { consentSheet, intentSheet, powerOfAttorneySheet } from '../letters/sheet.letter.js';
import { agentFields, lastDayOfPower } from './transfer-powers-of-attorney.service.js';
import { consentTexts, consentedIn } from '../consent.letter.js';
import { PaperParties } from '../letters/paper-parties.service.js';
import { type SheetNoun, maySheet } from './sheet-forms.js';
import { printed } from './sheet-said.acts.js';
import { sheetFaults } from './sheet.problems.js';
import type { ConsentSheetInput, IntentSheetInput, PowerOfAttorneySheetInput } from './sheet.input.js';
import type { TransferFacts } from '../transfer.facts.js';
import { releaseNotApproved, transferProblems } from '../transfer.problems.js';

/** Sheets to be signed on paper, and letters a desk gives out: each numbered, kept, and printed again as it was. */
@Injectable()
export class SheetsService {
  constructor(
    private readonly papers: TransferPapers,
    private readonly names: PaperParties,
    private readonly parties: PartiesService,
    private readonly consents: ConsentsService,
  ) {}

  /** 共有人同意书 of one household: who has consented and how, and an open line for who has not. */
  async consentSheet(act: Act, facts: TransferFacts, { householdId }: ConsentSheetInput): Promise<Elsewhere> {
    printable(act, facts, 'consent-sheets');
    const own = part(facts, householdId);
    const [statement = '', ...before] = consentTexts(facts, householdId);
    const words = [statement, ...before].map(statementHash);
    const { aboutKind, aboutId } = consentedIn(facts.record);
    const given = await this.consents.current(aboutKind, aboutId, act.tx);
    const consented = new Map(
      given
        .filter((each) => each.householdId === householdId && words.includes(each.statementSha256))
        .map(({ personId, method }) => [personId, consentMethods[method]]),
    );
    const members = (await this.parties.members([householdId], act.tx))
      .filter((member) => member.coRight)
      .map((member) => ({ ...this.parties.memberView(member), method: consented.get(member.personId) ?? '' }))
      .map(({ name, relation, identity: id, method }) => ({ name, relation, id, method }));
    const { contractorCode } = this.parties.view(await this.parties.get(householdId, act.tx));
    return this.print(act, consentSheet, own, { members, statement, contractorCode });
  }

  async powerOfAttorneySheet(act: Act, facts: TransferFacts, input: PowerOfAttorneySheetInput): Promise<Elsewhere> {
    printable(act, facts, 'power-of-attorney-sheets');
    const { householdId, witness = '' } = input;
    const validTo = lastDayOfPower(input.validTo, act.today);
    const powers = { maySign: input.powers === 'negotiate_and_sign', readAloud: input.readAloud === 'yes' };
    const agent = await this.agentOf(act, input);
    return this.print(act, powerOfAttorneySheet, part(facts, householdId), {
      ...powers,
      householdId,
      agent,
      validTo,
      witness,
    });
  }

  /** Who is picked from the register, or as the card says; nobody is registered by a sheet. */
  private async agentOf(
    { tx, today }: Act,
    { agentId = '', agentName = '', agentIdNumber = '' }: PowerOfAttorneySheetInput,
  ): Promise<{ name: string; number: string }> {
    if (agentId !== '') return this.names.partyOf(tx, agentId);
    const read = cardNumber({ name: agentName, identityNumber: agentIdNumber }, agentFields, today);
    return { name: agentName.trim(), number: maskIdentity(read) };
  }

  async intentSheet(act: Act, facts: TransferFacts, { validUntil, ...input }: IntentSheetInput): Promise<Elsewhere> {
    printable(act, facts, 'intent-sheets');
    if (validUntil >= facts.term.start) throw inputProblem([sheetFaults.validUntil()]);
    const own = part(facts, input.householdId ?? facts.parcels[0]?.grantorId ?? '');
    return this.print(act, intentSheet, own, { validUntil, exclusive: input.exclusive === 'yes' });
  }

  async releaseNotice(act: Act, facts: TransferFacts): Promise<Elsewhere> {
    printable(act, facts, 'release-notices');
    const { deposit } = facts;
    const flows = deposit ? await disbursementsOf(act.tx, deposit.id) : [];
    if (!deposit || !flows.some((flow) => flow.kind === 'release')) throw releaseNotApproved();
    return this.print(act, depositRelease, facts, deposit);
  }

  private async print<More extends readonly unknown[]>(
    act: Act,
    sheet: CaseLetter<More>,
    facts: TransferFacts,
    ...more: More
  ): Promise<Elsewhere> {
    const { number } = await this.papers.once(act, sheet, facts, ...more);
    return { id: facts.record.id, said: printed(sheet.title, number) };
  }
}

function printable({ actor }: Act, facts: TransferFacts, noun: SheetNoun): void {
  if (!maySheet(facts, noun, actor)) throw transferProblems.sheetNotNow();
}

/** The case as far as one transferor's land goes. */
function part(facts: TransferFacts, grantorId: string): TransferFacts {
  const parcels = facts.parcels.filter((parcel) => parcel.grantorId === grantorId);
  if (parcels.length === 0) throw inputProblem([sheetFaults.householdId()]);
  return { ...facts, parcels };
}
