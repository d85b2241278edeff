import { Injectable } from '@nestjs/common';
import type { Act } from '#platform';
import { type MembersLeft, groundChange, memberChange } from '../letters/ending.letter.js';
import { TransferPapers } from '../letters/transfer-papers.service.js';
import type { PayeeInput } from '../material.input.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferProblems } from '../transfer.problems.js';
import type { GroundRow } from '../transfers.queries.js';
import { mayConfirmPayee, payees } from '../views/ground.acts.js';

/** A right in force whose land has another contract or contractor now: both sides are told, and confirm who gets the rent. */
@Injectable()
export class GroundService {
  constructor(private readonly papers: TransferPapers) {}

  async tell(act: Act, facts: TransferFacts): Promise<void> {
    const changes: Pick<GroundRow, 'id' | 'differences' | 'reason'>[] = await act.tx.query(
      `INSERT INTO transfer_ground (transfer_id, change_id, told_at)
       SELECT DISTINCT $1::uuid, x.id, $2::timestamptz FROM transfer_parcel tp JOIN land_change_parcel l ON l.parcel_id = tp.parcel_id
         JOIN land_change x ON x.id = l.change_id
         JOIN management_right r ON r.subject = 'transfer' AND r.subject_id = tp.transfer_id AND r.status = 'active'
       WHERE tp.transfer_id = $1 AND x.state = 'adopted' AND r.active_since < x.state_since
       ON CONFLICT DO NOTHING
       RETURNING change_id AS id, (SELECT differences FROM land_change WHERE id = change_id), (SELECT reason FROM land_change WHERE id = change_id)`,
      [facts.record.id, act.now],
    );
    for (const change of changes) await this.papers.issue(act, groundChange, facts, change);
  }

  /** 共有人不在这一户了 (承包法第十六条)：both sides are told once, whether his consent was given, owed or has done its work. */
  async tellOfMembers(act: Act, facts: TransferFacts): Promise<void> {
    const left: MembersLeft[] = await act.tx.query(
      `WITH told AS (INSERT INTO transfer_member_left (transfer_id, member_id, told_at)
         SELECT DISTINCT t.id, m.id, $2::timestamptz FROM ${untoldMembers} AND t.id = $1 RETURNING member_id)
       SELECT p.display_name AS household, count(*)::int AS count, max(m.valid_to)::text AS "lastDay"
       FROM told JOIN member m ON m.id = told.member_id JOIN party p ON p.id = m.household_id GROUP BY p.id ORDER BY 1`,
      [facts.record.id, act.now],
    );
    if (left.length > 0) await this.papers.issue(act, memberChange, facts, left);
  }

  /** 流转的收益归承包方（承包法第三十九条）：who gets the rent from now on, as both sides signed it. */
  async confirmPayee(act: Act, facts: TransferFacts, input: PayeeInput): Promise<void> {
    if (!mayConfirmPayee(facts)) throw transferProblems.sheetNotNow();
    if (payees(facts)[input.payeeId] === undefined) throw transferProblems.payeeUnknown();
    const file = await this.papers.attach(act, facts.record, input.file, 'payee');
    await act.tx.query(
      'UPDATE transfer_ground SET payee_id = $2, confirmed_on = $3, file_id = $4 WHERE transfer_id = $1 AND payee_id IS NULL',
      [facts.record.id, input.payeeId, input.confirmedOn, file.id],
    );
    await act.note('transfer', facts.record);
  }
}

/** Members with a right who left a household that lets, since the case of its land was begun, and of whom its parties do not know. */
export const untoldMembers = `member m JOIN transfer_parcel tp ON tp.grantor_id = m.household_id JOIN transfer t ON t.id = tp.transfer_id
  WHERE m.ended_at > t.created_at AND m.co_right
    AND NOT EXISTS (SELECT FROM transfer_member_left k WHERE k.transfer_id = t.id AND k.member_id = m.id)`;
