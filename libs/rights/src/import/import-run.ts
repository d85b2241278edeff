import { type Day, identityNumber, maskIdentity, phone } from '#kernel';
import { type Act, type Acts, constraintOf } from '#platform';
import { contractedParcels } from './contracted-parcels.importer.js';
import { contractors } from './contractors.importer.js';
import { contracts } from './contracts.importer.js';
import { type Fault, type Outcome, type SheetRow, bad } from './fault.js';
import { holdBack } from './held-rows.js';
import type { ImportKind, ReadLine } from './import.entity.js';
import { rowFaults } from './import.problems.js';
import { shapeField } from './import.words.js';
import type { ImportContext, Importer, ReadRow } from './importer.js';
import { registerTurn } from '../register-turn.js';
import { issuers } from './issuers.importer.js';
import { members } from './members.importer.js';
import { parcels } from './parcels.importer.js';

type AnyImporter = Importer<unknown>;
// In the order in which a file's columns tell it apart: the narrower table first.
const importers = [
  members,
  contractedParcels,
  contracts,
  parcels,
  contractors,
  issuers,
] as unknown as readonly AnyImporter[];

/** Which table a file is, by its columns; undefined if it is none. */
export function kindOf(rows: readonly SheetRow[]): ImportKind | undefined {
  const names = new Set(rows.slice(0, 20).flatMap((row) => Object.keys(row.fields)));
  return importers.find((importer) => importer.needs.every((name) => names.has(name)))?.kind;
}

/** How a table that is known comes in. */
export const importerOf = (kind: string): AnyImporter => importers.find((each) => each.kind === kind)!;

/** The columns by which each table is known. */
export const neededColumns: readonly Pick<AnyImporter, 'kind' | 'needs'>[] = importers.map(({ kind, needs }) => ({
  kind,
  needs,
}));

/** A row that did not come in, or about which something is told. */
export interface Quarantined {
  rowNumber: number;
  field: string;
  reason: string;
  shown: string;
  /** Nothing stood in its way; it is only told. */
  cameIn: boolean;
}

export interface BatchResult {
  added: number;
  changed: number;
  unchanged: number;
  legacy: number;
  held: number;
  bad: Quarantined[];
}

/** Undoes a dry run's transaction after it has told what would have happened. */
class Undone extends Error {
  constructor(readonly outcomes: Outcome[]) {
    super('dry run');
  }
}

/** So many rows are taken in at once. */
export const batchSize = 400;
const secret = new Set(['CBFZJHM', 'CYZJHM', 'FZRZJHM', 'LXDH']);

/** Takes a file in, batch after batch, or only tries: a dry run writes the same rows and takes them back. */
export class ImportRun {
  /** The row of each code. */
  private readonly seen = new Map<string, number>();
  /** Whether one of those who are alike has no number. */
  private readonly alike = new Map<string, boolean>();
  private readonly importer: AnyImporter;

  constructor(
    private readonly acts: Acts,
    kind: ImportKind,
    private readonly context: ImportContext,
    private readonly dry: boolean,
  ) {
    this.importer = importerOf(kind);
  }

  async take(rows: readonly SheetRow[]): Promise<BatchResult> {
    const read = rows.map((row) => this.read(row, this.context.today));
    const good = read.flatMap((each, i) => (each.faults.length === 0 ? [i] : []));
    const written = await this.write(good.map((i) => read[i]!.kept));
    const outcomes: Outcome[] = read.map((each) => ({ result: 'bad', faults: [...each.faults] }));
    good.forEach((place, n) => (outcomes[place] = written[n]!));
    const result: BatchResult = { added: 0, changed: 0, unchanged: 0, legacy: 0, held: 0, bad: [] };
    outcomes.forEach((outcome, i) => {
      if (outcome.result === 'bad') result.bad.push(...outcome.faults.map((fault) => quarantined(rows[i]!, fault)));
      else {
        result[outcome.result] += 1;
        if (outcome.legacy || read[i]!.legacyReason !== null) result.legacy += 1;
      }
    });
    return result;
  }

  /** Rows whose shapes lie over other parcels, once all batches are through. They come in all the same. */
  async *overlapping(): AsyncGenerator<Quarantined[]> {
    for await (const found of this.context.overlaps.counting())
      yield found.map(({ code, acrossCode, areaM2 }) => ({
        ...{ rowNumber: this.seen.get(code) ?? 0, field: shapeField, shown: '', cameIn: true },
        reason: rowFaults.overlaps(acrossCode, areaM2),
      }));
  }

  private read(row: SheetRow, today: Day): ReadRow<unknown> {
    const read = this.importer.read(row, today);
    if (read.faults.length > 0) return read;
    if (this.seen.has(read.key)) return { ...read, faults: [{ field: read.keyField, reason: rowFaults.twiceInFile }] };
    this.seen.set(read.key, row.number);
    const { key = '', open = false } = read.alike ?? {};
    const before = this.alike.get(key);
    if (before !== undefined && (before || open))
      return { ...read, faults: [{ field: read.keyField, reason: rowFaults.alike }] };
    if (read.alike) this.alike.set(key, open);
    return read;
  }

  /** A batch that the database refuses is halved until the one row that it refuses stands alone. */
  private async write(kept: readonly unknown[]): Promise<Outcome[]> {
    if (kept.length === 0) return [];
    try {
      return await this.acts.byClock((act) => this.attempt(act, kept));
    } catch (error) {
      if (error instanceof Undone) return error.outcomes;
      const constraint = constraintOf(error);
      if (constraint === '') throw error;
      if (kept.length === 1) return [bad(this.importer.needs[0]!, rowFaults.refused(constraint))];
      const middle = Math.ceil(kept.length / 2);
      return [...(await this.write(kept.slice(0, middle))), ...(await this.write(kept.slice(middle)))];
    }
  }

  private async attempt(act: Act, kept: readonly unknown[]): Promise<Outcome[]> {
    await registerTurn(act.tx);
    const ground = (await this.importer.ground?.(act.tx, kept)) ?? kept.map(() => null);
    const free = kept.filter((_, i) => !ground[i]);
    const written = await this.importer.write(act.tx, free, this.context);
    if (this.dry) throw new Undone(inPlace(ground, written, () => ({ result: 'held' })));
    const held = await holdBack(act, this.importer.kind, kept, ground);
    return inPlace(ground, written, (i) => held.get(i)!);
  }
}

/** The outcomes of the rows that were written and of those that were held back, in the order of the rows. */
function inPlace(
  ground: readonly unknown[],
  written: readonly Outcome[],
  heldAt: (place: number) => Outcome,
): Outcome[] {
  const rest = [...written];
  return ground.map((moved, i) => (moved ? heldAt(i) : rest.shift()!));
}

function quarantined(row: SheetRow, { field, reason }: Fault): Quarantined {
  return { rowNumber: row.number, field, reason, shown: shownOf(field, row.fields[field] ?? ''), cameIn: false };
}

/** A number of a person is masked in whatever column it stands. */
const shownOf = (field: string, value: string): string =>
  secret.has(field) || identityNumber(value).ok || phone(value).ok ? maskIdentity(value) : value.slice(0, 60);

/** How a file's first rows were read: a name of nonsense is seen before it is kept. */
export const firstLines = (rows: readonly SheetRow[]): ReadLine[] =>
  rows.slice(0, 3).map(({ number, fields }) => ({
    rowNumber: number,
    cells: Object.entries(fields)
      .slice(0, 30)
      .map(([field, value]) => ({ field: field.slice(0, 40), value: shownOf(field, value) })),
  }));
