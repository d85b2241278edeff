import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Day } from '#kernel';
import { Database, type Reader, type Tx, record } from '#platform';
import { CollectiveDecision } from './collective-decision.entity.js';
import { type DecisionFacts, reachesTwoThirds } from './consent.rules.js';
import type { DecisionInput } from './mandate.input.js';
import { partyProblems } from './party.problems.js';

/** What collectives decided about land that is not contracted out. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Records a decision from its minutes; counts that do not carry it are refused at once. */
  async report(tx: Tx, input: DecisionInput, actor: Actor): Promise<CollectiveDecision> {
    const now = this.clock.now();
    const { electorate, attended, inFavour, opposed } = input;
    if (attended > electorate || inFavour + opposed > attended) throw partyProblems.votesDoNotAddUp();
    if (!reachesTwoThirds(inFavour, electorate))
      throw partyProblems.tooFewVotes({ detail: `应到 ${electorate} 人，同意 ${inFavour} 人。` });
    const decision = tx.create(CollectiveDecision, {
      ...input,
      approvalNumber: null,
      approvedOn: null,
      approvalFileId: null,
      recordedAt: now,
    });
    await tx.insert(CollectiveDecision, decision);
    await this.tell(tx, decision, 'decision', '登记集体决议', { electorate, attended, inFavour, opposed }, actor, now);
    return decision;
  }

  /** Adds the township's approval (承包法第五十二条第二款). */
  async approve(
    tx: Tx,
    decisionId: string,
    approval: { number: string; on: Day; fileId: string },
    actor: Actor,
  ): Promise<CollectiveDecision> {
    const decision = await tx.findOne(CollectiveDecision, {
      where: { id: decisionId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!decision) throw partyProblems.decisionGone();
    const added = { approvalNumber: approval.number, approvedOn: approval.on, approvalFileId: approval.fileId };
    await tx.update(CollectiveDecision, { id: decision.id }, added);
    await this.tell(
      tx,
      decision,
      'township-approval',
      '登记乡镇批准',
      { number: approval.number, on: approval.on },
      actor,
      this.clock.now(),
    );
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

  private async tell(
    tx: Tx,
    decision: CollectiveDecision,
    action: string,
    label: string,
    detail: Record<string, unknown>,
    actor: Actor,
    now: Date,
  ): Promise<void> {
    const officeCode = actor.posts[0]?.officeCode ?? '';
    await record(
      tx,
      { subject: 'collective_decision', subjectId: decision.id, action, label, officeCode, detail },
      actor,
      now,
    );
  }
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
