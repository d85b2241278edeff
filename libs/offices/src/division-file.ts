import { createHash } from 'node:crypto';
import { type FieldError, type Level, isDivisionCode, levelOf } from '#kernel';
import { inputProblem } from '#platform';
import { officeRefusals, rowFaults } from './offices.problems.js';

/** One line of a county's division file. */
export interface Division {
  code: string;
  name: string;
  level: Level;
  parent: string;
}

/** A county has some thousand divisions, and the longest name a few dozen characters; what is read beyond is no division file. */
const bounds = { rows: 20_000, line: 2000 };

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
    successors.set(old, [...(successors.get(old) ?? []), next]);
  }
  return successors;
}

async function readRows(text: string, columns: readonly string[]): Promise<Record<string, string>[]> {
  const { parse } = await import('csv-parse/sync');
  let rows: Record<string, string>[];
  try {
    rows = parse(text, {
      ...{ columns: true, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true },
      ...{ max_record_size: bounds.line, to: bounds.rows + 1 },
    });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'CSV_MAX_RECORD_SIZE') throw officeRefusals.lineTooLong(bounds.line);
    throw officeRefusals.unreadable(error instanceof Error ? error.message : '');
  }
  if (rows.length > bounds.rows) throw officeRefusals.tooManyRows(bounds.rows);
  const missing = columns.filter((column) => rows[0]?.[column] === undefined);
  if (missing.length > 0) throw officeRefusals.headsMissing(columns, missing);
  return rows;
}
