import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { at as momentAt, differenceRate, differsByMoreThan, formatMu, instant, isDay, mu } from '#kernel';
import { type Act, type ActPath, type Elsewhere, Files, type Heard, ParameterStore, type Sound, soon } from '#platform';
import { Inspection } from './inspection.entity.js';
import { InspectionNeighbour, InspectionParcel, InspectionSurveyor, type Side } from './inspection-parts.entities.js';
import type {
  FindingsInput,
  MeasurementInput,
  NeighbourInput,
  PhotosInput,
  SidesInput,
  SurveyorsInput,
} from './inspection.input.js';
import { fieldLines, sides } from './inspection.words.js';
import { inspectionProblems, surveyFaults } from './inspection.problems.js';
import { inspectionWorkflow } from './inspection.workflow.js';
import { pointsOf } from './survey-points.js';
import { SurveyRecords } from './survey-records.service.js';
import type { InspectionFacts } from './inspection.rules.js';

/** What surveyors record, until the survey is over and nothing of it is rewritten. */
@Injectable()
export class FieldWork {
  constructor(
    private readonly records: SurveyRecords,
    private readonly files: Files,
    private readonly parameters: ParameterStore,
  ) {}

  /** Says who went. */
  async name(act: Act, facts: InspectionFacts, { surveyors }: SurveyorsInput): Promise<void> {
    const staff = await this.records.surveyorsOf(facts.record.officeCode);
    const chosen = [...new Set(surveyors)].map((accountId) => {
      const found = staff.find((each) => each.accountId === accountId);
      if (!found) throw inspectionProblems.notSurveyor();
      return { ...found, inspectionId: facts.record.id };
    });
    const names = chosen.map((each) => each.name);
    await this.note(act, facts, `${fieldLines.went}：${names.join('、')}`, { surveyors: names });
    soon(act.tx, act.tx.delete(InspectionSurveyor, { inspectionId: facts.record.id }));
    soon(act.tx, act.tx.insert(InspectionSurveyor, chosen));
  }

  /** Records what was measured of one parcel, and flags it if the county should look twice. */
  async measure(act: Act, facts: InspectionFacts, input: MeasurementInput, at: ActPath): Promise<Elsewhere> {
    const [measuredMu, points] = [mu(input.measuredMu), pointsOf(input.points)];
    const { parcelCode, recordedMu } = parcelAt(facts, at);
    await this.note(act, facts, `${fieldLines.measured}：${formatMu(measuredMu)}`, {
      parcelCode,
      measuredMu,
      farmland: input.farmland,
    });
    const { areaDifferencePercent } = await this.parameters.at(act.tx, facts.record.rulesDay);
    const differencePercent = differenceRate(measuredMu, recordedMu);
    const flagged = differsByMoreThan(measuredMu, recordedMu, areaDifferencePercent);
    const farmland = input.farmland === 'yes';
    const said = { remark: input.remark ?? null, farmland, farmlandNote: input.farmlandNote ?? null };
    const seen = { measuredMu, differencePercent, flagged, points, ...said };
    soon(act.tx, act.tx.update(InspectionParcel, { inspectionId: facts.record.id, parcelCode }, seen));
    return { id: facts.record.id, under: `parcels/${parcelCode}` };
  }

  /** Records what a neighbour said; saying it again replaces it, until the survey is over. */
  async ask(act: Act, facts: InspectionFacts, input: NeighbourInput, at: ActPath): Promise<Elsewhere> {
    const { parcelCode } = parcelAt(facts, at);
    const { side, name, method, neighbourRemark: remark = null } = input;
    const confirmed = input.confirmed === 'yes';
    await this.note(act, facts, `${fieldLines.asked}：${sides[side]}`, { parcelCode, side, confirmed });
    const which = { inspectionId: facts.record.id, parcelCode, side };
    soon(act.tx, act.tx.delete(InspectionNeighbour, which));
    const said = { name, method, confirmed, remark, recordedBy: act.actor.accountId, recordedAt: act.now };
    soon(act.tx, act.tx.insert(InspectionNeighbour, { id: randomUUID(), ...which, ...said }));
    return { id: facts.record.id, under: `parcels/${parcelCode}` };
  }

  /** A no is never overwritten in passing. */
  askAroundFaults(_act: Act, facts: InspectionFacts, _input: Sound<SidesInput>, at: ActPath): readonly Heard[] {
    const denied = facts.neighbours.filter((each) => each.parcelCode === at['code'] && !each.confirmed);
    return denied.map(({ side }) => surveyFaults.denied(side));
  }

  /** Records all four sides at once; one that was recorded before gets the new name and method, and keeps its remark. */
  async askAround(act: Act, facts: InspectionFacts, input: SidesInput, at: ActPath): Promise<Elsewhere> {
    const { parcelCode } = parcelAt(facts, at);
    const [all, method] = [Object.keys(sides) as Side[], input.agreedBy];
    const words = all.map((side) => sides[side]).join('、');
    await this.note(act, facts, `${fieldLines.asked}：${words}`, { parcelCode, sides: all, confirmed: true });
    const which = { inspectionId: facts.record.id, parcelCode };
    const said = { method, confirmed: true, recordedBy: act.actor.accountId, recordedAt: act.now };
    const rows = all.map((side) => ({ id: randomUUID(), ...which, side, name: input[side], ...said }));
    soon(act.tx, act.tx.upsert(InspectionNeighbour, rows, ['inspectionId', 'parcelCode', 'side']));
    return { id: facts.record.id, under: `parcels/${parcelCode}` };
  }

  /** Photos are evidence files, never rewritten; the survey keeps that they came, and refuses them when it is over. */
  async photograph(act: Act, facts: InspectionFacts, input: PhotosInput): Promise<void> {
    const { photos, longitude, latitude } = input;
    const takenAt = input.takenAt ? instant(input.takenAt) : act.now;
    if (takenAt > act.now) throw surveyFaults.takenLater();
    await this.note(act, facts, `${fieldLines.photos}：${photos.length}`, { photos: photos.length });
    const point = longitude && latitude ? { longitude, latitude } : null;
    const about = { subject: 'inspection', subjectId: facts.record.id, kind: 'survey-photo', takenAt, point };
    for (const photo of photos) await this.files.attach(act, photo, about);
  }

  /** Writes the findings and the opinion. */
  async find(act: Act, facts: InspectionFacts, input: FindingsInput): Promise<void> {
    const { visitedOn, visitedTime, crops = null, fixtures = null, hazards = null } = input;
    const { occupation, conclusion, opinion } = input;
    const visitedAt = isDay(visitedOn) ? momentAt(visitedOn, visitedTime) : act.now;
    if (visitedAt > act.now) throw surveyFaults.visitedLater(act.today);
    await this.note(act, facts, fieldLines.findings, { conclusion });
    const seen = { visitedAt, occupation, crops, fixtures, hazards, conclusion, opinion };
    await act.keep(Inspection, facts.record.id, seen);
  }

  /** Ends the survey; from now on nothing of it is rewritten. */
  async complete(act: Act, facts: InspectionFacts): Promise<void> {
    await act.take(inspectionWorkflow, facts, 'complete', { remark: facts.record.opinion });
  }

  private async note(act: Act, facts: InspectionFacts, remark: string, detail: object): Promise<void> {
    await act.take(inspectionWorkflow, facts, 'record', { remark, detail: { ...detail } });
  }
}

function parcelAt({ parcels }: InspectionFacts, at: ActPath): InspectionParcel {
  const found = parcels.find((each) => each.parcelCode === at['code']);
  if (!found) throw inspectionProblems.otherParcel();
  return found;
}
