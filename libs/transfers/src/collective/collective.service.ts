import { Injectable } from '@nestjs/common';
import { type Actor, Clock, day, dayOf, inPhase, isDay, speaksFor } from '#kernel';
import { DecisionsService } from '#parties';
import {
  actWithin,
  Database,
  type EvidenceFile,
  Files,
  type Received,
  type Tx,
  accessProblems,
  inputProblem,
  record,
} from '#platform';
import { CaseFacts } from '../facts/case-facts.service.js';
import { approvalForm, type CollectiveForm, decisionFaults, decisionForm } from './collective-forms.js';
import type { DecisionFormInput, TownshipApprovalInput } from './collective.input.js';
import { Transfer } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferProblems } from '../transfer.problems.js';
import { transferWorkflow } from '../transfer.workflow.js';

/** Until the county is asked, minutes may be brought; the township's approval until the case is public. */
const decidable = ({ state }: Transfer): boolean => inPhase(transferWorkflow, state, 'writing', 'town');
const approvable = ({ state }: Transfer): boolean => inPhase(transferWorkflow, state, 'writing', 'town', 'review');

/** Land that is not contracted out: the collective's decision, and the township's approval of outsiders (承包法第52条). */
@Injectable()
export class CollectiveService {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly decisions: DecisionsService,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  /** The form behind a noun, or null where this case has none for this reader. */
  form(facts: TransferFacts, noun: string, me: Actor): CollectiveForm | null {
    const { acceptedDecisionBodies, defaultDecisionBody } = facts.parameters;
    if (noun === 'decision' && mayDecide(facts, me)) return decisionForm(acceptedDecisionBodies, defaultDecisionBody);
    return noun === 'township-approval' && mayApprove(facts, me) ? approvalForm : null;
  }

  /** Records the decision of the proper body from its minutes; the case rests on it from now on. */
  async decide(transferId: string, input: DecisionFormInput, minutes: readonly Received[], me: Actor): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, transferId, me);
      if (!decidable(facts.record)) throw transferProblems.notEditable();
      if (!mayDecide(facts, me)) throw transferProblems.notTheCollective();
      const { record: row, parcels, parameters } = facts;
      const faults = decisionFaults(input, dayOf(now), parameters.acceptedDecisionBodies);
      if (minutes.length === 0) faults.push({ pointer: '#/file', detail: '传会议记录' });
      if (faults.length > 0) throw inputProblem(faults);
      const exhibit = { subject: 'transfer', subjectId: transferId, kind: 'minutes' };
      const kept: EvidenceFile[] = [];
      for (const page of minutes) kept.push(await this.files.attach(actWithin(tx, me, now), page, exhibit));
      const decision = await this.decisions.report(actWithin(tx, me, now), {
        decidingBody: input.decidingBody,
        electorate: input.electorate,
        attended: input.attended,
        inFavour: input.inFavour,
        opposed: input.opposed,
        collectiveId: parcels[0]?.grantorId ?? '',
        issuerCode: row.issuerCode,
        legalBasis: '农村土地承包法第五十二条',
        transfereeId: row.transfereeId,
        parcelCodes: parcels.map((parcel) => parcel.code),
        areaMu: row.areaMu,
        matter: `${row.place} ${row.areaMu} 亩流转给${row.transfereeName}`,
        calledOn: day(input.calledOn),
        decidedOn: day(input.decidedOn),
        toOutsiders: input.toOutsiders === 'yes' || row.transfereeKind !== 'member',
        minutesFileId: kept[0]?.id ?? '',
      });
      await this.tell(tx, row, 'decision', '登记集体决议', { decision: decision.id }, me);
      await tx.update(Transfer, { id: transferId }, { decisionId: decision.id, revision: row.revision + 1 });
    });
  }

  /** The township's approval, entered by the town with its document. */
  async approve(transferId: string, input: TownshipApprovalInput, scan: Received | null, me: Actor): Promise<void> {
    const now = this.clock.now();
    const { approvedOn } = input;
    if (!isTown(me)) throw accessProblems.notYourPost();
    if (scan === null) throw inputProblem([{ pointer: '#/file', detail: '传批准文件' }]);
    if (!isDay(approvedOn) || approvedOn > dayOf(now))
      throw inputProblem([{ pointer: '#/approvedOn', detail: '批准的日期不对，不能晚于今天' }]);
    await this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, transferId, me);
      const { decided, record: row } = facts;
      if (decided === null) throw transferProblems.decisionMissing();
      if (!approvable(row)) throw transferProblems.notEditable();
      if (approvedOn < decided.decidedOn)
        throw inputProblem([{ pointer: '#/approvedOn', detail: '批准要在集体决议以后（承包法第52条）' }]);
      const exhibit = { subject: 'transfer', subjectId: transferId, kind: 'township_approval' };
      const file = await this.files.attach(actWithin(tx, me, now), scan, exhibit);
      await this.decisions.approve(actWithin(tx, me, this.clock.now()), decided.id, {
        number: input.number,
        on: approvedOn,
        fileId: file.id,
      });
      await this.tell(tx, row, 'township-approval', '登记乡镇批准', { number: input.number }, me);
    });
  }

  private async tell(tx: Tx, about: Transfer, action: string, label: string, detail: object, me: Actor): Promise<void> {
    const act = { subject: 'transfer', subjectId: about.id, action, label, officeCode: about.officeCode };
    await record(tx, { ...act, detail: { ...detail } }, me, this.clock.now());
  }
}

const isTown = (me: Actor): boolean => me.kind === 'staff' && me.posts.some((held) => held.post.startsWith('town_'));

/** The collective itself, or an office that covers it: never the other side. */
export function mayDecide(facts: TransferFacts, me: Actor): boolean {
  const theirs = speaksFor(me) === facts.parcels[0]?.grantorId || (me.kind === 'staff' && me.assisting === null);
  return facts.record.kind === 'collective' && decidable(facts.record) && theirs;
}

export function mayApprove(facts: TransferFacts, me: Actor): boolean {
  const waits = facts.decided !== null && facts.decided.approvalNumber === null && facts.outsider;
  return waits && approvable(facts.record) && isTown(me);
}
