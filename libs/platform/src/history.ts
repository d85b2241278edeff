import type { Actor } from '#kernel';
import { posts, speaksFor } from '#kernel';
import { type Writing, writeAtOnce } from './writing.js';
import type { Tx, Reader } from './transaction.js';

/** One line, as the append-only history keeps it. */
export interface HistoryEntry {
  subject: string;
  subjectId: string;
  action: string;
  label: string;
  fromState?: string | null;
  toState?: string | null;
  officeCode: string;
  remark?: string | null;
  /** Facts a later reader needs; never identity numbers, phones or accounts. */
  detail?: Record<string, unknown>;
}

/** A line of the history as it is shown. */
export interface HistoryLine {
  id: number;
  subject: string;
  subjectId: string;
  action: string;
  label: string;
  fromState: string | null;
  toState: string | null;
  moment: Date;
  accountId: string | null;
  actorName: string;
  actorPost: string;
  officeCode: string;
  assisted: { name: string; witness: string } | null;
  remark: string | null;
  detail: Record<string, unknown>;
}

/**
 * Appends one line in the act's own transaction: no line, no act (等保: 审计与业务同存亡).
 * The table refuses UPDATE and DELETE. The line is on its way when this returns; the commit waits for it.
 */
export async function record(tx: Tx, act: HistoryEntry, actor: Actor, now: Date): Promise<void> {
  writeAtOnce(tx, lineOf(act, actor, now));
}

/** The line as it is written. */
export function lineOf(act: HistoryEntry, actor: Actor, now: Date): Writing {
  const held = actor.posts.map((each) => posts[each.post].label).join('、') || posts.public.label;
  const assisted = actor.assisting && { name: actor.assisting.name, witness: actor.assisting.witness };
  return {
    text: lineSql,
    values: [
      act.subject,
      act.subjectId,
      act.action,
      act.label,
      act.fromState ?? null,
      act.toState ?? null,
      now,
      actor.accountId,
      actor.name,
      held,
      act.officeCode,
      speaksFor(actor),
      assisted ? JSON.stringify(assisted) : null,
      act.remark ?? null,
      JSON.stringify(act.detail ?? {}),
    ],
  };
}

const lineSql = `
  INSERT INTO step_history (subject, subject_id, action, label, from_state, to_state, moment, account_id, actor_name,
    actor_post, office_code_then, party_id, assisted, remark, detail)
  VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15)`;

/** The whole course of a record, oldest first. */
export async function historyOf(reader: Reader | Tx, subject: string, subjectId: string): Promise<HistoryLine[]> {
  const rows: HistoryLine[] = await reader.query(
    `SELECT id, subject, subject_id AS "subjectId", action, label, from_state AS "fromState", to_state AS "toState", moment,
       account_id AS "accountId", actor_name AS "actorName", actor_post AS "actorPost", office_code_then AS "officeCode",
       assisted, remark, detail
     FROM step_history WHERE subject = $1 AND subject_id = $2 ORDER BY id`,
    [subject, subjectId],
  );
  return rows;
}

/** Accounts that took each of these actions on a record: what separation of duties asks about. */
export async function whoDid<Action extends string>(
  tx: Tx | Reader,
  subject: string,
  subjectId: string,
  ...actions: Action[]
): Promise<Readonly<Record<Action, readonly string[]>>> {
  const rows: { action: Action; accountId: string }[] = await tx.query(
    `SELECT DISTINCT action, account_id AS "accountId" FROM step_history
     WHERE subject = $1 AND subject_id = $2 AND action = ANY($3) AND account_id IS NOT NULL`,
    [subject, subjectId, actions],
  );
  const did = (action: Action): string[] => rows.filter((row) => row.action === action).map((row) => row.accountId);
  return Object.fromEntries(actions.map((action) => [action, did(action)])) as Record<Action, string[]>;
}
