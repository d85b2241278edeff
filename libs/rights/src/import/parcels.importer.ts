import { type Mu, parcelCode } from '#kernel';
import type { Tx } from '#platform';
import { insertMany, upsertMany } from '../insert-many.js';
import { polygonText } from '../portions.js';
import type { Shape } from '../shape/plane.js';
import { areaM2, boxOf, flatRing, oriented, shapeFault } from '../shape/ring.js';
import { type Outcome, bad } from './fault.js';
import { Fields } from './fields.js';
import { differs, takenParcels } from './ground.js';
import type { FileShape } from './file-overlaps.js';
import { type Importer, lookUp } from './importer.js';
import { shapeField } from './import.words.js';

interface KeptParcel {
  code: string;
  name: string;
  /** East, south, west, north. */
  sides: readonly [string, string, string, string];
  measuredMu: Mu;
  ownership: string;
  category: string;
  landClass: string;
  grade: string | null;
  use: string;
  basicFarmland: boolean;
  legacyReason: string | null;
  shape: Shape | null;
}

/** Three digits of GB/T 21010-2007, as older surveys carry them, in today's four. */
// prettier-ignore
const olderClasses: Readonly<Record<string, string>> = {
  '011': '0101', '012': '0102', '013': '0103', '021': '0201', '022': '0202', '023': '0204', '031': '0301', '032': '0305', '033': '0307',
  '041': '0401', '042': '0403', '043': '0404', '111': '1101', '114': '1104', '117': '1107', '122': '1202', '123': '1203',
};
// prettier-ignore
const columns = {
  code: 'text', issuer_code: 'text', name: 'text', east: 'text', south: 'text', west: 'text', north: 'text', contract_mu: 'numeric', measured_mu: 'numeric',
  ownership: 'text', category: 'text', land_class: 'text', grade: 'text', land_use: 'text', basic_farmland: 'boolean', office_code: 'text', born_office_code: 'text',
  legacy: 'boolean', legacy_reason: 'text',
};
const changing = [
  'name',
  'east',
  'south',
  'west',
  'north',
  'measured_mu',
  'ownership',
  'category',
  'land_class',
  'grade',
  'land_use',
  'basic_farmland',
];
// prettier-ignore
const shapeColumns = {
  parcel_id: 'uuid', version: 'int', rings: 'text', outline: 'polygon', west: 'float8', south: 'float8', east: 'float8', north: 'float8', area_m2: 'numeric',
  source: 'text', current: 'boolean', recorded_at: 'timestamptz',
};

/** 地块 (DK): attributes, and the shape if the file is GeoJSON. */
export const parcels: Importer<KeptParcel> = {
  kind: 'DK',
  needs: ['DKBM', 'DKMC'],
  read(row) {
    const fields = new Fields(row);
    const code = fields.code('DKBM', parcelCode);
    const name = fields.name('DKMC', '地块名称', 'body');
    const sides = ['DKDZ', 'DKNZ', 'DKXZ', 'DKBZ'].map((side) =>
      fields.optional(side),
    ) as unknown as KeptParcel['sides'];
    const measuredMu = fields.area('SCMJM', 'SCMJ', '实测面积');
    const ownership = fields.among('SYQXZ', '所有权性质', ['10', '30', '31', '32', '33', '34'], '30');
    const category = fields.among('DKLB', '地块类别', ['10', '21', '22', '23', '24', '99'], '10');
    const given = fields.text('TDLYLX', '土地利用类型', 4);
    const landClass = (Object.hasOwn(olderClasses, given) ? olderClasses[given] : null) ?? given;
    if (given !== '' && !/^(0[1-9]|1[0-2])\d{2}$/.test(landClass))
      fields.fault('TDLYLX', `土地利用类型“${given}”不在 GB/T 21010 里`);
    const grade =
      fields.optional('DLDJ') === ''
        ? null
        : fields.among('DLDJ', '地力等级', ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10']);
    const use = fields.among('TDYT', '土地用途', ['1', '2', '3', '4', '5'], '1');
    const basicFarmland = fields.yes('SFJBNT', '是否基本农田');
    const shape = shapeOf(row.geometry, fields);
    const { faults, legacyReason } = fields;
    const kept = {
      code,
      name,
      sides,
      measuredMu,
      ownership,
      category,
      landClass,
      grade,
      use,
      basicFarmland,
      legacyReason,
      shape,
    };
    return { kept, key: code, keyField: 'DKBM', faults, legacyReason };
  },
  async ground(tx, batch) {
    const taken = await takenParcels(
      tx,
      'p.code = ANY($1)',
      batch.map((row) => row.code),
    );
    const known = new Map(taken.map((parcel) => [parcel.code, parcel]));
    return batch.map(({ code, measuredMu }) => {
      const parcel = known.get(code);
      const differences = parcel ? differs('measured', parcel.measuredMu, measuredMu) : [];
      return parcel && differences.length > 0
        ? { code, officeCode: parcel.officeCode, parcelIds: [parcel.id], differences }
        : null;
    });
  },
  async write(tx, batch, { now, overlaps }) {
    const issuers = await lookUp<{ code: string; officeCode: string }>(
      tx,
      'SELECT code, office_code AS "officeCode" FROM issuer WHERE code = ANY($1)',
      batch.map((row) => row.code.slice(0, 14)),
    );
    const outcomes: Outcome[] = batch.map((row) =>
      issuers.has(row.code.slice(0, 14))
        ? { result: 'unchanged', legacy: row.legacyReason !== null }
        : bad('DKBM', `发包方 ${row.code.slice(0, 14)} 没有登记，请先导入发包方（FBF）`),
    );
    const good = batch.filter((_, i) => outcomes[i]!.result !== 'bad');
    const rows = good.map((row) => {
      const issuer = row.code.slice(0, 14);
      // prettier-ignore
      return [row.code, issuer, row.name, ...row.sides, row.measuredMu, row.measuredMu, row.ownership, row.category, row.landClass, row.grade, row.use,
        row.basicFarmland, issuers.get(issuer)!.officeCode, issuer.slice(0, 12), row.legacyReason !== null, row.legacyReason];
    });
    const touched = await upsertMany(tx, 'parcel', columns, rows, 'code', changing);
    const shapes = await writeShapes(tx, good, now);
    await overlaps.came(tx, shapes);
    const reshaped = new Set(shapes.flatMap(({ code, changed }) => (changed ? [code] : [])));
    return outcomes.map((outcome, i) => {
      const code = batch[i]!.code;
      return outcome.result === 'bad'
        ? outcome
        : { ...outcome, result: touched.get(code) ?? (reshaped.has(code) ? 'changed' : 'unchanged') };
    });
  },
};

function shapeOf(geometry: unknown, fields: Fields): Shape | null {
  if (geometry === undefined) return null;
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  const polygon =
    type === 'MultiPolygon' && Array.isArray(coordinates) && coordinates.length === 1
      ? coordinates[0]
      : type === 'Polygon'
        ? coordinates
        : null;
  if (!Array.isArray(polygon) || !polygon.every((ring) => Array.isArray(ring) && ring.every(Array.isArray))) {
    fields.fault(
      shapeField,
      type === 'MultiPolygon' ? '一个地块分成了几块，请按块各给一个地块代码' : '没有图形，或者不是面（Polygon）',
    );
    return null;
  }
  const fault = shapeFault(polygon as unknown as Shape);
  if (fault) fields.fault(shapeField, fault);
  return fault ? null : oriented(polygon as unknown as Shape);
}

/** Keeps what is new of the shapes; answers all that the batch has. */
async function writeShapes(tx: Tx, batch: readonly KeptParcel[], now: Date): Promise<FileShape[]> {
  const shaped = batch.filter((row) => row.shape !== null);
  const known = await lookUp<{ code: string; id: string; version: number | null; rings: Shape | null }>(
    tx,
    `SELECT p.code, p.id, s.version, s.rings FROM parcel p LEFT JOIN parcel_shape s ON s.parcel_id = p.id AND s.current WHERE p.code = ANY($1)`,
    shaped.map((row) => row.code),
  );
  const different = shaped.filter((row) => JSON.stringify(known.get(row.code)?.rings) !== JSON.stringify(row.shape));
  await tx.query('UPDATE parcel_shape SET current = false WHERE current AND parcel_id = ANY($1)', [
    different.map((row) => known.get(row.code)!.id),
  ]);
  const rows = different.map((row) => {
    const [{ id, version }, shape] = [known.get(row.code)!, row.shape!];
    const box = boxOf(shape);
    const outline = polygonText(flatRing(shape[0]!));
    return [
      id,
      (version ?? 0) + 1,
      JSON.stringify(shape),
      outline,
      box.west,
      box.south,
      box.east,
      box.north,
      areaM2(shape).toFixed(2),
      'import',
      true,
      now,
    ];
  });
  await insertMany(tx, 'parcel_shape', shapeColumns, rows);
  const changed = new Set(different);
  return shaped.map((row) => ({
    ...{ code: row.code, parcelId: known.get(row.code)!.id },
    ...{ shape: row.shape!, changed: changed.has(row) },
  }));
}
