import { foldedCode } from '#kernel';
import { type Fault, type SheetRow, plannedUses } from '#rights';
import { offerFaults } from './offer-sheet.problems.js';
import { sheetColumns } from './offer-sheet.words.js';

const { terms } = sheetColumns;
const names = Object.entries(terms) as [keyof typeof terms, string][];

/** Columns without which a file is no sheet of offers. */
const needed = [sheetColumns.parcel, terms.startsOn, terms.endsOn, terms.priceYuan, terms.purpose];

export const missingColumns = (rows: readonly SheetRow[]): string[] => {
  const there = new Set(rows.flatMap((row) => Object.keys(row.fields)));
  return needed.filter((name) => !there.has(name));
};

/** A row that offers a parcel, as it was read; its terms are checked by the form of a lot. */
export interface OfferRow {
  rowNumber: number;
  lot: string;
  parcelCode: string;
  input: Record<string, string>;
  fault: Fault | null;
}

/** Reads a row; null where the village offers nothing in it. */
export function readOffer({ number: rowNumber, fields, formulas = [] }: SheetRow): OfferRow | null {
  const said = (column: string): string => (fields[column] ?? '').trim();
  const offered = [sheetColumns.lot, terms.startsOn, terms.endsOn, terms.priceYuan].some((name) => said(name) !== '');
  if (!offered) return null;
  const input: Record<string, string> = Object.fromEntries(names.map(([name, column]) => [name, said(column)]));
  // 全角数字，手机和老表里常有.
  for (const name of ['startsOn', 'endsOn', 'priceYuan', 'floorYuan', 'purpose'] as const)
    input[name] = reads[name]((input[name] ?? '').normalize('NFKC'));
  if (input['floorYuan'] === '') delete input['floorYuan'];
  const parcelCode = foldedCode(said(sheetColumns.parcel));
  const computed = [sheetColumns.lot, sheetColumns.parcel, ...names.map(([, column]) => column)].find((column) =>
    formulas.includes(column),
  );
  const fault =
    computed !== undefined
      ? { field: computed, reason: offerFaults.formula }
      : parcelCode === ''
        ? { field: sheetColumns.parcel, reason: offerFaults.missingParcel }
        : null;
  const lot = said(sheetColumns.lot).normalize('NFKC') || said(sheetColumns.contractor) || parcelCode;
  return { rowNumber, lot: lot.slice(0, 60), parcelCode: parcelCode.slice(0, 30), input, fault };
}

/** 2026年11月1日, 2026/11/1, 20261101: as the form has it; what is no day stays, and is refused there. */
function dayOf(said: string): string {
  const found = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(said);
  return found ? `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}` : said;
}

/** A use by its words, or by their beginning before the bracket. */
function useOf(said: string): string {
  const found = Object.entries(plannedUses).find(
    ([code, words]) => said === code || said === words.normalize('NFKC') || said === words.split('（')[0],
  );
  return found?.[0] ?? said;
}

const asSaid = (said: string): string => said;
const reads = { startsOn: dayOf, endsOn: dayOf, priceYuan: asSaid, floorYuan: asSaid, purpose: useOf };

/** The column that an error of the form speaks of. */
export function columnOf(pointer: string): string {
  const name = pointer.replace(/^#\//, '').split('/')[0] ?? '';
  return (terms as Readonly<Record<string, string>>)[name] ?? sheetColumns.parcel;
}

/** What is wrong between rows: a parcel twice, and a lot whose rows have other terms. The rows keep their order. */
export function betweenRows(rows: readonly OfferRow[]): OfferRow[] {
  const parcels = new Map<string, number>();
  const lots = new Map<string, OfferRow>();
  return rows.map((row) => {
    const before = parcels.get(row.parcelCode);
    parcels.set(row.parcelCode, before ?? row.rowNumber);
    const first = lots.get(row.lot) ?? row;
    lots.set(row.lot, first);
    if (row.fault) return row;
    if (before !== undefined)
      return { ...row, fault: { field: sheetColumns.parcel, reason: offerFaults.twice(before) } };
    const other = names.find(([name]) => (row.input[name] ?? '') !== (first.input[name] ?? ''));
    return other
      ? { ...row, fault: { field: other[1], reason: offerFaults.otherTerms(first.rowNumber, other[1]) } }
      : row;
  });
}
