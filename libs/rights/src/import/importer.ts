import type { Day } from '#kernel';
import type { Vault } from '#parties';
import type { Tx } from '#platform';
import type { Ground } from './ground.js';
import type { FileOverlaps } from './file-overlaps.js';
import type { Fault, Outcome, SheetRow } from './fault.js';
import type { ImportKind } from './import.entity.js';

export interface ImportContext {
  vault: Vault;
  now: Date;
  today: Day;
  overlaps: FileOverlaps;
}

/** A row as it was read: the record if nothing is wrong with it, and under which code it would be kept. */
export interface ReadRow<Kept> {
  kept: Kept;
  key: string;
  /** Field that holds the key, blamed if the file has it twice. */
  keyField: string;
  /** What a person without a number is known by, and whether this one has none: two alike in a file cannot be told apart. */
  alike?: { key: string; open: boolean };
  faults: readonly Fault[];
  legacyReason: string | null;
}

/** How one table comes in: pure reading, then writing in batches, an outcome for each row. */
export interface Importer<Kept> {
  kind: ImportKind;
  /** Columns without which the file is not this table. */
  needs: readonly string[];
  read(row: SheetRow, today: Day): ReadRow<Kept>;
  /** What each row would move of land that is reserved or taken; such a row waits to be decided. The land is locked. */
  ground?(tx: Tx, batch: readonly Kept[]): Promise<(Ground | null)[]>;
  write(tx: Tx, batch: readonly Kept[], context: ImportContext): Promise<Outcome[]>;
}

/** Rows of a table by a code, for looking up what a batch refers to. */
export async function lookUp<Row extends { code: string }>(
  tx: Tx,
  sql: string,
  codes: readonly unknown[],
): Promise<Map<string, Row>> {
  const rows: Row[] = await tx.query(sql, [[...new Set(codes)]]);
  return new Map(rows.map((row) => [row.code, row]));
}
