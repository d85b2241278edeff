import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { type Act, Database, type Reader, type Tx } from '#platform';
import { CollectiveDecision } from './collective-decision.entity.js';
import { type DecisionFacts, reachesTwoThirds } from './consent.rules.js';
import type { DecisionInput } from './power-of-attorney.input.js';
import { partyProblems, partyRefusals } from './party.problems.js';
import { partyActs } from './party.words.js';

/** What collectives decided about land that is not contracted out. */
@Injectable()
export class DecisionsService {
  constructor(private readonly database: Database) {}

  /** Records a decision from its minutes; counts that do not carry it are refused at once. */
  async report(act: Act, input: DecisionInput): Promise<CollectiveDecision> {
    const { electorate, attended, inFavour, opposed } = input;
    if (attended > electorate || inFavour + opposed > attended) throw partyProblems.votesDoNotAddUp();
    if (!reachesTwoThirds(inFavour, electorate)) throw partyRefusals.tooFewVotes(electorate, inFavour);
    const decision = act.tx.create(CollectiveDecision, {
      ...input,
      approvalNumber: null,
      approvedOn: null,
      approvalFileId: null,
      recordedAt: act.now,
    });
    await act.tx.insert(CollectiveDecision, decision);
    await note(act, decision, 'decision', partyActs.decision, { electorate, attended, inFavour, opposed });
    return decision;
  }

  /** Adds the township's approval (承包法第五十二条第二款). */
  async approve(
    act: Act,
    decisionId: string,
    approval: { number: string; on: Day; fileId: string },
  ): Promise<CollectiveDecision> {
    const decision = await act.tx.findOne(CollectiveDecision, {
      where: { id: decisionId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!decision) throw partyProblems.decisionGone();
    const added = { approvalNumber: approval.number, approvedOn: approval.on, approvalFileId: approval.fileId };
    await act.keep(CollectiveDecision, decision.id, added);
    const { number, on } = approval;
    await note(act, decision, 'township-approval', partyActs.approval, { number, on });
    return Object.assign(decision, added);
  }

  async get(id: string, reader: Reader | Tx = this.database.reader): Promise<CollectiveDecision> {
    const found = await reader.findOne(CollectiveDecision, { where: { id } });
    if (!found) throw partyProblems.decisionGone();
    return found;
  }

  async find(reader: Reader | Tx, decisionId: string | null): Promise<CollectiveDecision | null> {
    return decisionId === null ? null : this.get(decisionId, reader);
  }
}

function note(
  act: Act,
  { id }: CollectiveDecision,
  action: string,
  label: string,
  detail: Record<string, unknown>,
): Promise<void> {
  return act.note('collective_decision', { id, officeCode: act.officeCode }, { action, label, detail });
}

/** A decision as its rule is asked about it. */
export function decisionFacts(decision: CollectiveDecision): DecisionFacts {
  const { decidingBody, electorate, inFavour, toOutsiders, approvalNumber, transfereeId, parcelCodes, areaMu } =
    decision;
  return {
    ...{ decidingBody, electorate, inFavour, toOutsiders, transfereeId, parcelCodes, areaMu },
    approved: approvalNumber !== null,
  };
}
