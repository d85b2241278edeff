/** Why one row cannot come in: which field, and in words for the clerk who must mend it. */
export interface Fault {
  field: string;
  reason: string;
}

/** A row of a file: its number as the clerk sees it (the header is row 1) and its fields as text. */
export interface SheetRow {
  number: number;
  fields: Readonly<Record<string, string>>;
  /** Columns whose cell is a formula; what stands in the field is what Excel computed last. */
  formulas?: readonly string[];
  /** GeoJSON geometry, as it stood in the file. */
  geometry?: unknown;
}

/** What happened to a good row. `legacy`: kept, marked as unverified; `held`: it waits to be decided. */
export type Outcome =
  { result: 'added' | 'changed' | 'unchanged' | 'held'; legacy?: boolean } | { result: 'bad'; faults: Fault[] };

export const bad = (field: string, reason: string): Outcome => ({ result: 'bad', faults: [{ field, reason }] });
