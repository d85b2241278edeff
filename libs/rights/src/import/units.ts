import { sameName } from '#kernel';
import type { Tx } from '#platform';
import { upsertMany } from '../insert-many.js';
import { type Outcome, bad } from './fault.js';
import { rowFaults, unitOnRecord } from './import.problems.js';
import type { ImportContext } from './importer.js';
import { addParties } from './people.js';

/** A unit that contracts land itself, as a row of the register names it. */
export interface KeptUnit {
  code: string;
  name: string;
  address: string;
  legacy: boolean;
  creditCode: string | null;
  /** What the row has instead of a unified code. */
  oldCode: string | null;
}

interface Known {
  id: string;
  name: string;
  creditCode: string | null;
  oldCode: string | null;
  contractorCode: string | null;
}

const bodyColumns = {
  id: 'uuid',
  name: 'text',
  kind: 'text',
  credit_code: 'text',
  old_code: 'text',
  legal_representative: 'text',
  address: 'text',
  contractor_code: 'text',
};

/** Units by their unified code, else by their contractor code; a file without a code takes none away, one with a code completes. */
export async function writeUnits(
  tx: Tx,
  batch: readonly KeptUnit[],
  places: readonly number[],
  outcomes: Outcome[],
  context: ImportContext,
): Promise<void> {
  const known: Known[] = await tx.query(
    `SELECT id, name, credit_code AS "creditCode", old_code AS "oldCode", contractor_code AS "contractorCode" FROM body
     WHERE credit_code = ANY($1) OR contractor_code = ANY($2)`,
    [places.map((i) => batch[i]!.creditCode), places.map((i) => batch[i]!.code)],
  );
  const met = places.map((i) => ({ i, row: batch[i]!, found: knownAs(batch[i]!, known) }));
  const good = met.filter(({ i, row, found }) => {
    const fault = faultOf(row, found);
    if (fault !== null) outcomes[i] = bad('CBFZJHM', fault);
    return fault === null;
  });
  const fresh = good.filter(({ found }) => found.length === 0);
  const ids = await addParties(
    tx,
    'body',
    fresh.map(({ row }) => row.name),
    context.now,
  );
  fresh.forEach((each, n) =>
    each.found.push({ id: ids[n]!, name: each.row.name, creditCode: null, oldCode: null, contractorCode: null }),
  );
  const rows = good.map(({ row, found: [is] }) => {
    const creditCode = row.creditCode ?? is!.creditCode;
    const oldCode = creditCode === null ? (row.oldCode ?? is!.oldCode) : null;
    return [is!.id, is!.name, 'other', creditCode, oldCode, rowFaults.unnamed, row.address, row.code];
  });
  const changing = ['address', 'contractor_code', 'credit_code', 'old_code'];
  const touched = await upsertMany(tx, 'body', bodyColumns, rows, 'id', changing);
  for (const { i, row, found } of good)
    outcomes[i] = { result: touched.get(found[0]!.id) ?? 'unchanged', legacy: row.legacy };
}

const knownAs = ({ code, creditCode }: KeptUnit, known: readonly Known[]): Known[] =>
  known.filter((each) => (creditCode !== null && each.creditCode === creditCode) || each.contractorCode === code);

/** One contractor code and one unified code are one body, under one name. */
function faultOf({ name, code, creditCode }: KeptUnit, found: readonly Known[]): string | null {
  const other = found.find((each) => !sameName(each.name, name));
  if (other) return unitOnRecord.otherName(other.contractorCode === code, other.name);
  if (found.length > 1) return unitOnRecord.twoBodies;
  const [is] = found;
  return is && is.creditCode !== null && creditCode !== null && is.creditCode !== creditCode
    ? unitOnRecord.otherCode
    : null;
}
