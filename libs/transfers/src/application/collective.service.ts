import { Injectable } from '@nestjs/common';
import { type Actor, inPhase, speaksFor } from '#kernel';
import { DecisionsService } from '#parties';
import { type Act, type Heard, type Sound, accessProblems } from '#platform';
import { TransferPapers } from '../letters/transfer-papers.service.js';
import { approvalFaults, decidedMatter, decisionBasis, decisionFaults } from './minutes.rules.js';
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
    private readonly decisions: DecisionsService,
    private readonly papers: TransferPapers,
  ) {}

  /** Records the decision of the proper body from its minutes; the case rests on it from now on. */
  async decision(act: Act, facts: TransferFacts, input: DecisionFormInput): Promise<void> {
    if (!decidable(facts.record)) throw transferProblems.notEditable();
    if (!mayDecide(facts, act.actor)) throw transferProblems.notTheCollective();
    const { record: row, parcels } = facts;
    const kept: string[] = [];
    for (const page of input.file) kept.push((await this.papers.attach(act, row, page, 'minutes')).id);
    const { file: _file, toOutsiders, ...minutes } = input;
    const decision = await this.decisions.report(act, {
      ...minutes,
      collectiveId: parcels[0]?.grantorId ?? '',
      issuerCode: row.issuerCode,
      legalBasis: decisionBasis,
      transfereeId: row.transfereeId,
      parcelCodes: parcels.map((parcel) => parcel.code),
      areaMu: row.areaMu,
      matter: decidedMatter(row.place, row.areaMu, row.transfereeName),
      toOutsiders: toOutsiders === 'yes' || row.transfereeKind !== 'member',
      minutesFileId: kept[0] ?? '',
    });
    await act.note('transfer', row, { detail: { decision: decision.id } });
    await act.keep(Transfer, row.id, { decisionId: decision.id, revision: row.revision + 1 });
  }

  decisionFaults(_act: Act, { parameters }: TransferFacts, input: Sound<DecisionFormInput>): Heard[] {
    return decisionFaults(input, parameters.acceptedDecisionBodies);
  }

  /** The township's approval, entered by the town with its document. */
  async townshipApproval(act: Act, facts: TransferFacts, input: TownshipApprovalInput): Promise<void> {
    const { decided, record: row } = facts;
    const { number, approvedOn } = input;
    if (!isTown(act.actor)) throw accessProblems.notYourPost();
    if (decided === null) throw transferProblems.decisionMissing();
    if (!approvable(row)) throw transferProblems.notEditable();
    const file = await this.papers.attach(act, row, input.file, 'township_approval');
    await this.decisions.approve(act, decided.id, { number, on: approvedOn, fileId: file.id });
    await act.note('transfer', row, { detail: { number } });
  }

  townshipApprovalFaults(_act: Act, { decided }: TransferFacts, input: Sound<TownshipApprovalInput>): Heard[] {
    return decided === null ? [] : approvalFaults(input.approvedOn, decided.decidedOn);
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
