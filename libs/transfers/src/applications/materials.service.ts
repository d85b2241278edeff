import { Injectable } from '@nestjs/common';
import { type Actor, Clock, day, dayOf } from '#kernel';
import { type ConsentMethod, ConsentsService, partyProblems } from '#parties';
import {
  actWithin,
  Database,
  type EvidenceFile,
  Files,
  ParameterStore,
  type Received,
  type Upload,
  accessProblems,
  inputProblem,
  record,
} from '#platform';
import { EncumbrancesService } from '#rights';
import { CaseFacts } from '../facts/case-facts.service.js';
import { consentText } from '../papers/consent.words.js';
import { transferProblems } from '../transfer.problems.js';
import { consentsOpen } from '../transfer.facts.js';
import { parcelFacts } from '../transfers.queries.js';
import type { ConsentWithdrawalInput, MemberConsentInput, MortgageeInput } from './material.input.js';

const bindsText = '合同对双方都有约束力（民法典第119、465条）。有争议的走协商、调解、仲裁或者法院（承包法第55条）。';

/** The two registers of consent. */
@Injectable()
export class ConsentDesk {
  constructor(
    readonly consents: ConsentsService,
    readonly encumbrances: EncumbrancesService,
  ) {}
}

/** What is brought to a case: photos and scans, each member's consent, a mortgagee's consent. */
@Injectable()
export class MaterialsService {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly files: Files,
    private readonly parameters: ParameterStore,
    private readonly desk: ConsentDesk,
    private readonly clock: Clock,
  ) {}

  /** Checks the files by their content and writes them to disk, before any transaction begins. */
  async receive(uploads: readonly Upload[]): Promise<Received[]> {
    const { maxUploadMb } = await this.parameters.on(dayOf(this.clock.now()));
    const received: Received[] = [];
    for (const upload of uploads) received.push(await this.files.receive(upload, maxUploadMb));
    return received;
  }

  async attach(id: string, kind: string, received: readonly Received[], actor: Actor): Promise<string> {
    if (received.length === 0) throw inputProblem([{ pointer: '#/file', detail: '选一个文件' }]);
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.touched(tx, id, actor);
      const now = this.clock.now();
      const exhibit = { subject: 'transfer', subjectId: id, kind };
      const kept: EvidenceFile[] = [];
      for (const each of received) kept.push(await this.files.attach(actWithin(tx, actor, now), each, exhibit));
      const act = {
        subject: 'transfer',
        subjectId: id,
        action: 'attach',
        label: '上传材料',
        officeCode: facts.record.officeCode,
      };
      await record(tx, { ...act, detail: { kind, files: kept.map((file) => file.sha256) } }, actor, now);
      return id;
    });
  }

  /** One person's consent; how it may be entered is decided by who enters it (ConsentsService refuses the rest). */
  async consent(id: string, input: MemberConsentInput, scan: Received | null, actor: Actor): Promise<string> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.touched(tx, id, actor);
      const now = this.clock.now();
      const exhibit = {
        subject: 'transfer',
        subjectId: id,
        kind: 'consent',
        partyIds: [input.householdId, input.personId],
      };
      const file = scan ? await this.files.attach(actWithin(tx, actor, now), scan, exhibit) : null;
      const method = methodOf(actor, file);
      await this.desk.consents.give(actWithin(tx, actor, now), {
        aboutKind: 'transfer',
        aboutId: id,
        householdId: input.householdId,
        personId: input.personId,
        statement: consentText({ ...facts, parcels: await parcelFacts(tx, id) }, input.householdId),
        method,
        readAloud: method === 'assisted',
        ...(input.witness ? { witness: input.witness } : {}),
        ...(file ? { evidenceFileId: file.id } : {}),
      });
      return id;
    });
  }

  /** One person takes his consent back, in the ways in which it may be given. */
  async takeBack(id: string, input: ConsentWithdrawalInput, scan: Received | null, actor: Actor): Promise<string> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.touched(tx, id, actor);
      if (!consentsOpen(facts)) throw transferProblems.consentBinds({ detail: bindsText });
      const exhibit = { subject: 'transfer', subjectId: id, kind: 'consent_withdrawal' };
      const file = scan ? await this.files.attach(actWithin(tx, actor, this.clock.now()), scan, exhibit) : null;
      const { personId, reason } = input;
      const standing = await this.desk.consents.standing('transfer', id, tx);
      const householdId = input.householdId ?? standing.find((each) => each.personId === personId)?.householdId ?? '';
      if (householdId === '') throw partyProblems.consentGone();
      await this.desk.consents.withdraw(actWithin(tx, actor, this.clock.now()), {
        ...{ aboutKind: 'transfer', aboutId: id, householdId, personId, reason },
        method: methodOf(actor, file),
        ...(file ? { evidenceFileId: file.id } : {}),
      });
      return id;
    });
  }

  async mortgagee(id: string, input: MortgageeInput, scan: Received | null, actor: Actor): Promise<string> {
    if (!scan) throw inputProblem([{ pointer: '#/file', detail: '上传抵押权人盖章的同意书' }]);
    return this.database.transaction(async (tx) => {
      const { land, record: row } = await this.cases.locked(tx, id, actor);
      if (actor.kind !== 'staff') throw accessProblems.notYourPost();
      const mortgage = land.mortgages.find((each) => each.id === input.encumbranceId);
      if (!mortgage) throw transferProblems.notMortgaged();
      const exhibit = { subject: 'transfer', subjectId: id, kind: 'mortgagee' };
      const file = await this.files.attach(actWithin(tx, actor, this.clock.now()), scan, exhibit);
      const about = { subject: 'transfer', subjectId: id, evidenceFileId: file.id, on: day(input.givenOn) };
      await this.desk.encumbrances.consent(actWithin(tx, actor, this.clock.now()), input.encumbranceId, about);
      const act = { subject: 'transfer', subjectId: id, action: 'mortgagee-consent', officeCode: row.officeCode };
      const told = { ...act, label: `抵押权人${mortgage.mortgageeName}书面同意`, detail: { encumbrance: mortgage.id } };
      await record(tx, told, actor, this.clock.now());
      return id;
    });
  }
}

/** Whether it is this very person who stands at the counter, ConsentsService asks the record of the assistance. */
function methodOf(actor: Actor, file: EvidenceFile | null): ConsentMethod {
  if (actor.assisting !== null && file === null) return 'assisted';
  return actor.kind === 'staff' ? 'scan' : 'in_person';
}
