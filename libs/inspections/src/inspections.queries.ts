import { type ParameterStore, type Reader, type Tx, ruleVersions, together } from '#platform';
import { Inspection } from './inspection.entity.js';
import { InspectionNeighbour, InspectionParcel, InspectionSurveyor } from './inspection-parts.entities.js';
import type { InspectionFacts } from './inspection.workflow.js';

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

/** The survey that counts for a transfer: the one that is done, else the one that is planned. */
export async function surveyOf(reader: Reader | Tx, transferId: string): Promise<Inspection | null> {
  const found = await reader.find(Inspection, { where: { transferId }, order: { round: 'DESC' } });
  return found.find((each) => each.state !== 'cancelled') ?? null;
}

export async function gather(
  reader: Reader | Tx,
  parameters: ParameterStore,
  record: Inspection,
): Promise<InspectionFacts> {
  return withRules(reader, parameters, record, await partsOf(reader, record.id));
}

type Parts = Awaited<ReturnType<typeof partsOf>>;

async function partsOf(reader: Reader | Tx, inspectionId: string) {
  const where = { inspectionId };
  return together({
    surveyors: reader.find(InspectionSurveyor, { where, order: { name: 'ASC' } }),
    parcels: reader.find(InspectionParcel, { where, order: { parcelCode: 'ASC' } }),
    neighbours: reader.find(InspectionNeighbour, { where, order: { parcelCode: 'ASC', side: 'ASC' } }),
    photos: photosOf(reader, inspectionId),
  });
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

async function photosOf(reader: Reader | Tx, inspectionId: string): Promise<number> {
  const rows: { count: number }[] = await reader.query(
    `SELECT count(*) FROM evidence_file WHERE subject = 'inspection' AND subject_id = $1 AND kind = 'survey-photo'`,
    [inspectionId],
  );
  return rows[0]?.count ?? 0;
}
