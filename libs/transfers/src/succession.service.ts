import { Injectable } from '@nestjs/common';
import { type Actor, Clock, dayOf } from '#kernel';
import { Database, Steps, type Tx, record } from '#platform';
import { CaseFacts } from './case-facts.service.js';
import { followCode } from './follow-code.js';
import { RightKeeper } from './right-keeper.service.js';
import { Transfer } from './transfer.entity.js';
import type { TransferFacts } from './transfer.facts.js';
import { transferProblems } from './transfer.problems.js';
import { transferWorkflow } from './transfer.workflow.js';

interface Claim {
  number: string;
  party_id: string | null;
  name: string;
}

/** 本集体成员在同等条件下优先（承包法第38条第5项）: the claimant takes the deal over, as a new case on the same terms. */
@Injectable()
export class SuccessionService {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly steps: Steps,
    private readonly keeper: RightKeeper,
    private readonly clock: Clock,
  ) {}

  /** Ends the case and drafts the claimant's own, in one act; answers the new case's id. */
  async yield(id: string, actor: Actor): Promise<string> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      const now = this.clock.now();
      const claim = await grantedClaim(tx, facts);
      await this.steps.take(tx, transferWorkflow, facts, 'yield', actor, { now, detail: { claim: claim?.number } });
      if (!claim?.party_id) throw transferProblems.claimantUnknown();
      await this.keeper.letGo(tx, facts, `由优先权人承接（${claim.number}）`, actor, now);
      return this.draft(tx, facts, { id: claim.party_id, name: claim.name }, actor, now);
    });
  }

  private async draft(
    tx: Tx,
    facts: TransferFacts,
    claimant: { id: string; name: string },
    actor: Actor,
    now: Date,
  ): Promise<string> {
    const { record: before } = facts;
    const { id: _id, ...same } = before;
    const columns = { ...same, number: null, replacesId: before.id, renewsId: null };
    const row = tx.create(Transfer, {
      ...columns,
      state: transferWorkflow.first,
      stateSince: now,
      dueAt: null,
      revision: 1,
      round: 1,
      rulesDay: dayOf(now),
      followCode: followCode(),
      transfereeId: claimant.id,
      transfereeName: claimant.name,
      transfereeKind: 'member',
      createdAt: now,
      createdBy: actor.name,
      ...{ submittedAt: null, pushedAt: null, approvedAt: null, signedOn: null, contractNumber: null, filedOn: null },
      ...{ filingNumber: null, recordedAt: null, endedReason: null, suspendedFrom: null },
    } as Partial<Transfer>);
    await tx.insert(Transfer, row as never);
    await tx.query(
      `INSERT INTO transfer_parcel (transfer_id, seq, parcel_id, grantor_id, whole, side, area_mu)
       SELECT $2, seq, parcel_id, grantor_id, whole, side, area_mu FROM transfer_parcel WHERE transfer_id = $1`,
      [before.id, row.id],
    );
    const act = {
      subject: 'transfer',
      subjectId: row.id,
      action: 'draft',
      label: '优先权人承接，起草申请',
      toState: 'draft',
    };
    await record(tx, { ...act, officeCode: row.officeCode, detail: { replaces: before.number } }, actor, now);
    return row.id;
  }
}

async function grantedClaim(tx: Tx, facts: TransferFacts): Promise<Claim | undefined> {
  const rows: Claim[] = await tx.query(
    `SELECT number, party_id, name FROM priority_claim WHERE notice_id = $1 AND state = 'granted' ORDER BY claimed_at LIMIT 1`,
    [facts.notice?.id ?? null],
  );
  return rows[0];
}
