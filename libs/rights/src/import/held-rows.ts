import { canonical, formatDay, dayOf } from '#kernel';
import type { Act } from '#platform';
import { type Difference, LandChange } from '../land-change.entity.js';
import { landChangeNotes } from '../land-change.words.js';
import { landChangeWorkflow } from '../land-change.workflow.js';
import { type Outcome, bad } from './fault.js';
import type { Ground } from './ground.js';
import { rowFaults } from './import.problems.js';

/**
 * Keeps the rows of a batch that would move land under cases and rights, each as a change to be decided; a row that is free again
 * lets go of the change that waits. Answers what became of each, by its place.
 */
export async function holdBack(
  act: Act,
  source: string,
  kept: readonly unknown[],
  ground: readonly (Ground | null)[],
): Promise<Map<number, Outcome>> {
  const outcomes = new Map<number, Outcome>();
  const codes = kept.map((row) => codeOf(row));
  const before: LandChange[] = await act.tx.query(
    `SELECT DISTINCT ON (c.code) c.id, c.state, c.state_since AS "stateSince", c.due_at AS "dueAt", c.office_code AS "officeCode",
       c.revision, c.rules_day AS "rulesDay", c.source, c.code, c.proposed, c.differences, c.reason
     FROM land_change c WHERE c.source = $1 AND c.code = ANY($2) ORDER BY c.code, c.state = 'open' DESC, c.state_since DESC`,
    [source, codes],
  );
  const known = new Map(before.map((row) => [row.code, row]));
  for (const [place, moved] of ground.entries()) {
    const last = known.get(codes[place]!);
    if (moved) outcomes.set(place, await holdRow(act, source, kept[place] as object, moved, last));
    else if (last?.state === 'open') await act.take(landChangeWorkflow, { record: last }, 'drop');
  }
  return outcomes;
}

/** The contract or parcel that a row is about. */
const codeOf = (row: unknown): string => {
  const { code, parcel } = row as { code?: string; parcel?: string };
  return code ?? parcel ?? '';
};

async function holdRow(
  act: Act,
  source: string,
  proposed: object,
  moved: Ground,
  last: LandChange | undefined,
): Promise<Outcome> {
  // What is decided on is what would change; the rest of a row may be written anew.
  const same = last !== undefined && canonical(last.differences) === canonical(copied(moved));
  if (last?.state === 'refused' && same)
    return bad(fieldOf[source]!, rowFaults.refusedBefore(formatDay(dayOf(last.stateSince)), last.reason ?? ''));
  if (last?.state !== 'open') await openChange(act, source, proposed, moved);
  else if (!same) {
    const revision = last.revision + 1;
    await act.tx.update(LandChange, { id: last.id }, { proposed, differences: copied(moved), revision });
    await note(act, last, 'again', landChangeNotes.again);
    await writeParcels(act, last.id, moved);
  }
  return { result: 'held' };
}

async function openChange(act: Act, source: string, proposed: object, moved: Ground): Promise<void> {
  const { code, officeCode } = moved;
  const fields = { officeCode, rulesDay: act.today, source, code, proposed, differences: copied(moved), reason: null };
  const words = { action: 'hold', label: landChangeNotes.held };
  const { id } = await act.open(landChangeWorkflow, LandChange, fields, words);
  await writeParcels(act, id, moved);
}

async function writeParcels(act: Act, id: string, { parcelIds }: Ground): Promise<void> {
  await act.tx.query(
    'INSERT INTO land_change_parcel (change_id, parcel_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING',
    [id, parcelIds],
  );
}

const note = (act: Act, { id, officeCode }: LandChange, action: string, label: string): Promise<void> =>
  act.note('land_change', { id, officeCode }, { action, label });
const copied = ({ differences }: Ground): Difference[] => [...differences];
/** The field that a row is told by, where it was decided on before. */
const fieldOf: Readonly<Record<string, string>> = { CBHT: 'CBHTBM', CBDKXX: 'DKBM', DK: 'DKBM' };
