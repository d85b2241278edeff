import type { Act } from './act.js';
import type { Database } from './database.js';
import type { Tx } from './transaction.js';

/** What a lib asks the clock to do: which records time alone moves on, and the step it then takes. */
export interface Sweeping {
  /** The workflow's subject: also the table of its records. */
  subject: string;
  /** What an officer calls such a record: 公示. */
  label: string;
  /** States that time alone ends; `timedStates(workflow)` reads them from the table. */
  states: readonly string[];
  /** Takes the clock's step. The record is locked, still in one of the states, and past its `due_at`. */
  settle(act: Act, id: string): Promise<void>;
  /** Page of a record, for the list of those that cannot move. */
  href(id: string): string;
}

/** Work that is done again and again rather than for a record: checking the ledger, ending idle sessions. */
export interface Round {
  name: string;
  everyMinutes: number;
  run(now: Date): Promise<void>;
}

/** The last ripe record seen, so that records which stay ripe never hide those behind them. */
export interface Ripe {
  id: string;
  /** As the database writes it: a Date would lose its microseconds. */
  dueAt: string;
}

/** A sweep looks at so many ripe records at a time. A constant of the statement, so that the planner keeps to the index. */
export const sweepSize = 200;

/**
 * Ripe records of a table, the longest due first, after the one last seen. Costs what is ripe, not what is open: it walks
 * the partial index `(due_at, id) WHERE due_at IS NOT NULL`, which each table with clock states must have.
 */
export async function ripeIds(
  database: Database,
  table: string,
  states: readonly string[],
  now: Date,
  after: Ripe | null = null,
): Promise<Ripe[]> {
  const [from, id] = after === null ? ['-infinity', '00000000-0000-0000-0000-000000000000'] : [after.dueAt, after.id];
  return database.rows<Ripe & Record<string, unknown>>(
    `ripe ${table}`,
    `SELECT id, due_at::text AS "dueAt" FROM "${named(table)}"
     WHERE due_at IS NOT NULL AND due_at <= $1 AND (due_at, id) > ($2, $3) AND state = ANY ($4)
     ORDER BY due_at, id LIMIT ${sweepSize}`,
    [now, from, id, states],
  );
}

/** Locks a record if it is still ripe and nobody else is at it; false means: leave it. */
export async function lockRipe(
  tx: Tx,
  table: string,
  states: readonly string[],
  id: string,
  now: Date,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `SELECT id FROM "${named(table)}" WHERE id = $1 AND due_at <= $2 AND state = ANY ($3) FOR UPDATE SKIP LOCKED`,
    [id, now, states],
  );
  return rows.length > 0;
}

function named(table: string): string {
  if (!/^[a-z_]+$/.test(table)) throw new TypeError(`${table} is no name of a table.`);
  return table;
}
