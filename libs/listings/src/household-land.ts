import type { Reader, Tx } from '#platform';
import type { LandRow, LandService } from '#rights';

/** 自留地（地块类别 21）归农户使用，不是承包地（NY/T 2539 附录 C.7）. */
export const privatePlot = '21';

/** Every parcel that a household, known by its contractor code, has under contract, but what it keeps for itself. */
export async function landOfHousehold(land: LandService, reader: Reader | Tx, code: string): Promise<LandRow[]> {
  const found: { id: string }[] = await reader.query('SELECT id FROM household WHERE contractor_code = $1', [code]);
  const rows = await land.parcelsOf(
    found.map(({ id }) => id),
    reader,
  );
  return rows.filter((row) => row.category !== privatePlot);
}

/** The contractor codes of the households that hold some parcels. */
export async function householdCodes(tx: Tx, rows: readonly LandRow[]): Promise<string[]> {
  const holders = [...new Set(rows.flatMap(({ contractorId }) => contractorId ?? []))];
  const found: { code: string }[] = await tx.query(
    'SELECT contractor_code AS code FROM household WHERE id = ANY($1) ORDER BY 1',
    [holders],
  );
  return found.map(({ code }) => code);
}
