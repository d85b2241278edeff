import type { Day } from '#kernel';
import type { Tx } from '#platform';
import type { Division } from './division-file.js';
import { type DivisionDiff, servedByOffice } from './division.rules.js';
import { usualHours } from './offices.input.js';
import { departments, officeNames } from './offices.words.js';
import { placeOf } from './place-name.js';
import { madeUpContact } from './training/made-up-offices.js';

interface OfficeOptions {
  first: boolean;
  training: boolean;
  excluded: readonly string[];
}

/** Ends what is gone, opens what is new, and records who takes over from whom. */
export async function writeDivisions(tx: Tx, diff: DivisionDiff, on: Day): Promise<void> {
  const ended = [
    ...diff.closed.map((each) => each.division.code),
    ...diff.renamed.map((each) => each.before.code),
    ...diff.recoded.map((each) => each.before.code),
  ];
  await tx.query('UPDATE division SET valid_to = $2 WHERE code = ANY($1) AND valid_to IS NULL', [ended, on]);
  const begun = [...diff.opened, ...diff.renamed.map((each) => each.after), ...diff.recoded.map((each) => each.after)];
  await tx.query(
    `INSERT INTO division (code, name, level, parent, valid_from)
     SELECT code, name, level, parent, $2 FROM jsonb_to_recordset($1::jsonb) AS given(code text, name text, level text, parent text)`,
    [JSON.stringify(begun), on],
  );
  const successors: { old: string; next: string | null; kind: string }[] = [
    ...diff.renamed.map(({ before }) => ({ old: before.code, next: before.code, kind: 'renamed' })),
    ...diff.recoded.map(({ before, after }) => ({ old: before.code, next: after.code, kind: 'recoded' })),
    ...diff.closed.map(({ division, kind, carer }) => ({
      old: division.code,
      // A village that splits waits, like one without successor, until the county says where its records go.
      next: kind === 'merged' ? carer : null,
      kind,
    })),
  ];
  await tx.query(
    `INSERT INTO division_successor (old_code, new_code, on_day, kind)
     SELECT old, next, $2, kind FROM jsonb_to_recordset($1::jsonb) AS given(old text, next text, kind text)`,
    [JSON.stringify(successors), on],
  );
}

/** Offices follow their divisions: a recoded place keeps its office, one that is gone closes it, a new one gets its own. */
export async function writeOffices(tx: Tx, diff: DivisionDiff, on: Day, options: OfficeOptions): Promise<void> {
  const served = (division: Division): boolean => servedByOffice(division.code, options.excluded);
  await tx.query(
    `UPDATE office SET status = 'closed', valid_to = $2, office_code = given.carer
     FROM jsonb_to_recordset($1::jsonb) AS given(code text, carer text) WHERE office.office_code = given.code AND status = 'open'`,
    [JSON.stringify(diff.closed.map(({ division, carer }) => ({ code: division.code, carer }))), on],
  );
  const changed = [...diff.recoded, ...diff.renamed].filter(({ after }) => served(after));
  const asJson = JSON.stringify(
    changed.map(({ before, after }) => ({ old: before.code, next: after.code, name: officeName(after) })),
  );
  const given = 'jsonb_to_recordset($1::jsonb) AS given(old text, next text, name text)';
  // First aside, then in place: a code may pass from one place to another in one change, and an index watches each row.
  await tx.query(
    `UPDATE office SET office_code = 'T' || right(given.next, 11) FROM ${given} WHERE office.office_code = given.old AND status = 'open'`,
    [asJson],
  );
  await tx.query(
    `UPDATE office SET office_code = given.next, name = given.name FROM ${given}
     WHERE office.office_code = 'T' || right(given.next, 11) AND status = 'open'`,
    [asJson],
  );
  await openOffices(tx, diff.opened.filter(served), on, options);
}

async function openOffices(tx: Tx, divisions: readonly Division[], on: Day, options: OfficeOptions): Promise<void> {
  const rows = divisions.map((division) => ({
    code: division.code,
    level: division.level,
    name: officeName(division),
    ...(options.training ? madeUpContact(placeOf(division.name)) : { address: '', phone: '' }),
  }));
  await tx.query(
    `INSERT INTO office (id, level, name, born_code, office_code, status, valid_from, address, phone, hours)
     SELECT gen_random_uuid(), level, name, code, code, 'open', $2, address, phone, $3
     FROM jsonb_to_recordset($1::jsonb) AS given(code text, level text, name text, address text, phone text)`,
    [JSON.stringify(rows), on, usualHours],
  );
  await tx.query(
    `INSERT INTO department (id, office_id, kind, name)
     SELECT gen_random_uuid(), o.id, d.kind, d.name FROM office o
       JOIN jsonb_to_recordset($1::jsonb) AS d(level text, kind text, name text) USING (level)
     WHERE o.status = 'open' AND NOT EXISTS (SELECT FROM department x WHERE x.office_id = o.id)`,
    [JSON.stringify(departments)],
  );
}

const officeName = ({ name, level }: Division): string => `${placeOf(name)}${officeNames[level]}`;
