import { instant } from '#kernel';
import { type ParameterStore, type Reader, type Tx, ruleVersions, together } from '#platform';
import { Inspection } from './inspection.entity.js';
import type { InspectionNeighbour, Side } from './inspection-parts.entities.js';
import { agreementMethods, sides } from './inspection.words.js';
import type { InspectionFacts } from './inspection.rules.js';

/** Locks a survey and gathers what its rules ask about; null if there is none. */
export async function inspectionFacts(tx: Tx, parameters: ParameterStore, id: string): Promise<InspectionFacts | null> {
  // The lock is asked first, and the parts right behind it: they are read once it is held.
  const { record, parts } = await together({
    record: tx.findOne(Inspection, { where: { id }, lock: { mode: 'pessimistic_write' } }),
    parts: partsOf(tx, id),
    rules: ruleVersions(tx),
  });
  return record && withRules(tx, parameters, record, parts);
}

/** The survey that counts for a record: the one that is done, else the one that is planned. */
export async function surveyOf(reader: Reader | Tx, subject: string, subjectId: string): Promise<Inspection | null> {
  const found = await reader.find(Inspection, { where: { subject, subjectId }, order: { round: 'DESC' } });
  return found.find((each) => each.state !== 'cancelled') ?? null;
}

export async function gather(
  reader: Reader | Tx,
  parameters: ParameterStore,
  record: Inspection,
): Promise<InspectionFacts> {
  return withRules(reader, parameters, record, await partsOf(reader, record.id));
}

type Parts = Pick<InspectionFacts, 'surveyors' | 'parcels' | 'neighbours' | 'photos'>;

/** The parts of a survey in one row: each act in the field asks for all of them. Areas are text, as everywhere. */
const partsSql = `
  SELECT
    (SELECT coalesce(json_agg(json_build_object('inspectionId', s.inspection_id, 'accountId', s.account_id, 'name', s.name)
       ORDER BY s.name), '[]') FROM inspection_surveyor s WHERE s.inspection_id = $1) AS surveyors,
    (SELECT coalesce(json_agg(json_build_object('inspectionId', p.inspection_id, 'parcelCode', p.parcel_code, 'name', p.name,
       'contractor', p.contractor, 'recordedMu', p.recorded_mu::text, 'measuredMu', p.measured_mu::text,
       'differencePercent', p.difference_percent::text, 'flagged', p.flagged, 'recordedFarmland', p.recorded_farmland, 'farmland', p.farmland, 'farmlandNote', p.farmland_note,
       'points', p.points, 'remark', p.remark)
       ORDER BY p.parcel_code), '[]') FROM inspection_parcel p WHERE p.inspection_id = $1) AS parcels,
    (SELECT coalesce(json_agg(json_build_object('id', n.id, 'inspectionId', n.inspection_id, 'parcelCode', n.parcel_code,
       'side', n.side, 'name', n.name, 'confirmed', n.confirmed, 'method', n.method, 'remark', n.remark,
       'recordedBy', n.recorded_by, 'recordedAt', n.recorded_at) ORDER BY n.parcel_code, n.side), '[]')
     FROM inspection_neighbour n WHERE n.inspection_id = $1) AS neighbours,
    (SELECT count(*) FROM evidence_file WHERE subject = 'inspection' AND subject_id = $1::text AND kind = 'survey-photo') AS photos`;

async function partsOf(reader: Reader | Tx, inspectionId: string): Promise<Parts> {
  type Kept = Omit<InspectionNeighbour, 'recordedAt'> & { recordedAt: string };
  const rows: (Omit<Parts, 'neighbours'> & { neighbours: Kept[] })[] = await reader.query(partsSql, [inspectionId]);
  const [row] = rows;
  if (!row) throw new Error('The parts of a survey have no row.');
  return { ...row, neighbours: row.neighbours.map((each) => ({ ...each, recordedAt: instant(each.recordedAt) })) };
}

/** Who is on each side of a parcel of the survey: as it was recorded, else as the register says; and how, where all were asked the same way. */
export async function sidesShown(
  reader: Reader,
  { parcels, neighbours }: InspectionFacts,
  code: string,
): Promise<Record<string, string>> {
  // The register's names are shown of land of this survey alone.
  if (!parcels.some(({ parcelCode }) => parcelCode === code)) return {};
  const asked = neighbours.filter((each) => each.parcelCode === code);
  const [known]: Record<Side, string>[] =
    asked.length === Object.keys(sides).length
      ? []
      : await reader.query('SELECT east, south, west, north FROM parcel WHERE code = $1', [code]);
  const recorded = Object.fromEntries(asked.map(({ side, name }) => [side, name]));
  const [agreedBy = '', another] = [...new Set(asked.map(({ method }) => method))];
  return { ...known, ...recorded, ...(another === undefined && agreedBy in agreementMethods ? { agreedBy } : {}) };
}

async function withRules(
  reader: Reader | Tx,
  parameters: ParameterStore,
  record: Inspection,
  parts: Parts,
): Promise<InspectionFacts> {
  const { surveyorsAtLeast } = await parameters.at(reader, record.rulesDay);
  return { ...parts, record, surveyorsAtLeast };
}
