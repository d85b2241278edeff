import { numberedAfter } from './writing.js';
import type { Tx, Reader } from './transaction.js';

/** A question to the database. */
export interface Question {
  text: string;
  values: readonly unknown[];
}

/**
 * Several questions as one statement. Their rows come as JSON, so they hold texts, truths, whole numbers and days: moments, areas
 * and bytes are asked alone.
 */
export async function askAtOnce<Answers extends Record<string, object[]>>(
  reader: Reader | Tx,
  questions: { [Name in keyof Answers]: Question },
): Promise<Answers> {
  const values: unknown[] = [];
  const columns = Object.entries(questions).map(([name, { text, values: own }]) => {
    const column = `(SELECT coalesce(json_agg(q), '[]') FROM (${numberedAfter(values.length, text)}) q) AS "${name}"`;
    values.push(...own);
    return column;
  });
  const rows: Answers[] = await reader.query(`SELECT ${columns.join(', ')}`, values);
  const [row] = rows;
  if (!row) throw new Error('Questions had no answer.');
  return row;
}
