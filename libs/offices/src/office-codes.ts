import type { Day } from '#kernel';
import { type Tx, codeOf } from '#platform';

/** Where the records of an old code go. `known` is false where the office above cares for them until a successor is named. */
export interface CodeMove {
  old: string;
  next: string;
  known: boolean;
}

interface TableRow {
  name: string;
  hasId: boolean;
  /** The code is part of something that must be unique, so two villages that become one may clash. */
  unique: boolean;
}

const moves = 'jsonb_to_recordset($1::jsonb) AS move(old text, next text, known boolean)';

/**
 * Every table with a column `office_code` follows a change of divisions, whoever made the table: that is what the name
 * promises. Append-only tables keep the code of their day under another name, and a table whose key is the code describes
 * the place itself.
 */
export async function tablesWithOfficeCode(tx: Tx): Promise<TableRow[]> {
  return tx.query(`
    SELECT t.relname AS name,
      EXISTS (SELECT FROM pg_attribute i WHERE i.attrelid = t.oid AND i.attname = 'id') AS "hasId",
      EXISTS (SELECT FROM pg_index x WHERE x.indrelid = t.oid AND x.indisunique AND code.attnum = ANY (x.indkey)) AS "unique"
    FROM pg_class t JOIN pg_attribute code ON code.attrelid = t.oid AND code.attname = 'office_code' AND NOT code.attisdropped
    WHERE t.relkind IN ('r', 'p') AND t.relnamespace = current_schema()::regnamespace AND t.relname NOT IN ('office', 'post_held')
      AND NOT EXISTS (SELECT FROM pg_index x WHERE x.indrelid = t.oid AND x.indisprimary AND code.attnum = ANY (x.indkey))
    ORDER BY t.relname`);
}

/** How many records the change touches, table by table. */
export async function countMoved(tx: Tx, map: readonly CodeMove[]): Promise<{ table: string; rows: number }[]> {
  const counts: { table: string; rows: number }[] = [];
  for (const { name } of await tablesWithOfficeCode(tx)) {
    const found: { rows: number }[] = await tx.query(
      `SELECT count(*) AS rows FROM "${name}" record JOIN ${moves} ON record.office_code = move.old WHERE move.old <> move.next`,
      [JSON.stringify(map)],
    );
    if (found[0] && found[0].rows > 0) counts.push({ table: name, rows: found[0].rows });
  }
  return counts;
}

/** Moves every record, remembers those that only found a carer, and moves or ends the posts held in the offices. */
export async function moveRecords(tx: Tx, map: readonly CodeMove[], on: Day): Promise<void> {
  const changed = map.filter((move) => move.old !== move.next);
  if (changed.length === 0) return;
  const json = JSON.stringify(changed);
  for (const { name, hasId, unique } of await tablesWithOfficeCode(tx)) {
    if (hasId) {
      await tx.query(
        `INSERT INTO office_care (old_code, carer_code, record_table, record_id)
         SELECT move.old, move.next, '${name}', record.id::text FROM "${name}" record JOIN ${moves} ON record.office_code = move.old
         WHERE NOT move.known`,
        [json],
      );
    }
    if (hasId && unique) await moveOneByOne(tx, name, json);
    else
      await tx.query(
        `UPDATE "${name}" record SET office_code = move.next FROM ${moves} WHERE record.office_code = move.old`,
        [json],
      );
  }
  await moveCare(tx, json);
  await movePosts(tx, json, on);
}

/** Hands the records a carer looked after to the successor named for their old code. */
export async function handOver(tx: Tx, oldCode: string, successor: string): Promise<number> {
  const held: { name: string; ids: string[] }[] = await tx.query(
    `SELECT record_table AS name, array_agg(record_id) AS ids FROM office_care WHERE old_code = $1 GROUP BY record_table`,
    [oldCode],
  );
  let rows = 0;
  for (const { name, ids } of held) {
    // A record that another act moved since is no longer in that office's care.
    await tx.query(
      `UPDATE "${name}" record SET office_code = $2 FROM office_care care
       WHERE care.old_code = $1 AND care.record_table = $3 AND record.id::text = care.record_id AND record.office_code = care.carer_code`,
      [oldCode, successor, name],
    );
    rows += ids.length;
  }
  await tx.query('DELETE FROM office_care WHERE old_code = $1', [oldCode]);
  return rows;
}

/**
 * Two records of one case may not both belong to the village that two became (one board, one posting). The second keeps its
 * old code; the town, whose prefix it still has, goes on seeing it.
 */
async function moveOneByOne(tx: Tx, table: string, json: string): Promise<void> {
  const rows: { id: string; next: string }[] = await tx.query(
    `SELECT record.id::text AS id, move.next FROM "${table}" record JOIN ${moves} ON record.office_code = move.old ORDER BY record.id`,
    [json],
  );
  for (const { id, next } of rows) {
    await tx.query('SAVEPOINT one_move');
    try {
      await tx.query(`UPDATE "${table}" SET office_code = $2 WHERE id::text = $1`, [id, next]);
    } catch (error) {
      if (codeOf(error) !== '23505') throw error;
      await tx.query('ROLLBACK TO SAVEPOINT one_move');
    }
    await tx.query('RELEASE SAVEPOINT one_move');
  }
}

/** What a carer looks after moves with the carer. */
async function moveCare(tx: Tx, json: string): Promise<void> {
  await tx.query(`UPDATE office_care care SET carer_code = move.next FROM ${moves} WHERE care.carer_code = move.old`, [
    json,
  ]);
}

/**
 * A post follows its office to a known successor. Where there is none it ends: a village post in the town's office would
 * see the whole town.
 */
async function movePosts(tx: Tx, json: string, on: Day): Promise<void> {
  await tx.query(
    `UPDATE post_held held SET valid_to = greatest($2::date, held.valid_from) FROM ${moves}
     WHERE held.office_code = move.old AND held.valid_to IS NULL AND (NOT move.known OR EXISTS (
       SELECT FROM post_held other JOIN ${moves.replace('AS move', 'AS again')} ON other.office_code IN (again.old, again.next)
       WHERE again.next = move.next AND again.known AND other.account_id = held.account_id AND other.post = held.post
         AND other.valid_to IS NULL AND other.id <> held.id AND (other.office_code = again.next OR other.id < held.id)))`,
    [json, on],
  );
  await tx.query(
    `UPDATE post_held held SET office_code = move.next FROM ${moves} WHERE held.office_code = move.old AND held.valid_to IS NULL`,
    [json],
  );
}
