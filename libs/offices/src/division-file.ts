import { createHash } from 'node:crypto';
import { type FieldError, type Level, isDivisionCode, levelOf } from '#kernel';
import { Aside, inputProblem } from '#platform';
import { type Row, type RowsRead, rowBounds } from './division-rows.js';
import { officeRefusals, rowFaults } from './offices.problems.js';

/** One line of a county's division file. */
export interface Division {
  code: string;
  name: string;
  level: Level;
  parent: string;
}

/** Errors shown at once; a file of another kind would give a thousand. */
const shownErrors = 30;

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Reads `code,name,parent`: one county, its towns, their villages. Every fault is told with its row. */
export async function readDivisions(text: string): Promise<Division[]> {
  const rows = await readRows(text, ['code', 'name', 'parent']);
  const codes = new Set(rows.map((row) => row['code']));
  const seen = new Set<string>();
  const errors: FieldError[] = [];
  const fault = (index: number, detail: string): void => void errors.push(rowFaults.inRow(index + 2, detail));
  const divisions = rows.flatMap((row, index) => {
    const { code = '', name = '', parent = '' } = row;
    if (!isDivisionCode(code)) return fault(index, rowFaults.noCode(code)) ?? [];
    if (name === '') return fault(index, rowFaults.noName) ?? [];
    if (seen.has(code)) return fault(index, rowFaults.twice(code)) ?? [];
    seen.add(code);
    const level = levelOf(code);
    if (level !== 'county' && !codes.has(parent)) fault(index, rowFaults.noParent(parent));
    return [{ code, name, level, parent }];
  });
  if (errors.length === 0 && divisions.filter((each) => each.level === 'county').length !== 1) {
    errors.push(rowFaults.oneCounty);
  }
  if (errors.length > 0) throw inputProblem(errors.slice(0, shownErrors));
  return divisions;
}

/** Reads `old,new`: who takes over from a village that is gone. A village that splits has several rows. */
export async function readSuccessors(text: string): Promise<Map<string, string[]>> {
  const successors = new Map<string, string[]>();
  if (text.trim() === '') return successors;
  for (const { old = '', new: next = '' } of await readRows(text, ['old', 'new'])) {
    const known = successors.get(old);
    if (known) known.push(next);
    else successors.set(old, [next]);
  }
  return successors;
}

/** A thread reads the rows, so that a file made to be slow holds up nobody else; what takes it too long is none. */
async function readRows(text: string, columns: readonly string[]): Promise<Row[]> {
  const thread = new Aside<string, RowsRead>('./division.worker.js', import.meta.url);
  let read: RowsRead;
  try {
    read = (await thread.ask(text)) ?? { fault: 'rows' };
  } finally {
    await thread.end();
  }
  if ('rows' in read) {
    const missing = columns.filter((column) => read.rows[0]?.[column] === undefined);
    if (missing.length > 0) throw officeRefusals.headsMissing(columns, missing);
    return read.rows;
  }
  if (read.fault === 'csv') throw officeRefusals.unreadable(read.why);
  throw read.fault === 'line' ? officeRefusals.lineTooLong(rowBounds.line) : officeRefusals.tooManyRows(rowBounds.rows);
}
