import {
  type Deadline,
  type EvidenceFile,
  type FormAct,
  type HistoryLine,
  type Of,
  deadlineOf,
  deadlineView,
  fileOf,
  fileView,
  historyLineOf,
  historyView,
  offerOf,
  offerView,
  stateWords,
  value,
  view,
} from '#platform';
import type { InspectionNeighbour, InspectionParcel } from './inspection-parts.entities.js';
import { conclusions, confirmationMethods, farmlandFindings, partLabels as labels, sides } from './inspection.words.js';
import { inspectionWorkflow } from './inspection.workflow.js';
import { farmlandDiffers, farmlandOf } from './survey-report.js';
import type { InspectionFacts } from './inspection.rules.js';

const neighbourView = view('SurveyNeighbour', {
  side: value.code(sides, labels.neighbour.side),
  name: value.text(labels.neighbour.name),
  confirmed: value.flag(labels.neighbour.confirmed),
  method: value.code(confirmationMethods, labels.neighbour.method),
  remark: value.maybe(value.text(labels.remark)),
});

/** One parcel in the field: what was measured, and what the neighbours say. */
export const surveyParcelView = view('SurveyParcel', {
  surveyId: value.id(),
  caseNumber: value.text(labels.caseNumber),
  code: value.text(labels.parcel.code),
  name: value.text(labels.parcel.name),
  contractor: value.text(labels.parcel.contractor),
  recordedMu: value.mu(labels.parcel.recordedMu),
  measuredMu: value.maybe(value.mu(labels.parcel.measuredMu)),
  differencePercent: value.maybe(value.text(labels.differencePercent)),
  flagged: value.flag(labels.flagged),
  recordedFarmland: value.maybe(value.flag(labels.recordedFarmland)),
  farmland: value.maybe(value.flag(labels.farmland)),
  farmlandDiffers: value.flag(labels.farmlandDiffers),
  farmlandNote: value.maybe(value.text(labels.farmlandNote)),
  points: value.count(labels.points),
  remark: value.maybe(value.text(labels.remark)),
  neighbours: value.many(neighbourView),
});

/** A survey, to the staff of its town and of the county. */
export const surveyView = view('Survey', {
  id: value.id(),
  revision: value.count(),
  subject: value.text(),
  subjectId: value.id(),
  caseNumber: value.text(labels.caseNumber),
  place: value.text(labels.place),
  round: value.count(labels.round),
  state: value.code(stateWords(inspectionWorkflow), labels.state),
  deadline: value.maybe(deadlineView),
  surveyors: value.many(value.text(), labels.surveyors),
  surveyorsAtLeast: value.count(labels.surveyorsAtLeast),
  visitedAt: value.maybe(value.moment(labels.visitedAt)),
  occupation: value.maybe(value.text(labels.occupation)),
  crops: value.maybe(value.text(labels.crops)),
  fixtures: value.maybe(value.text(labels.fixtures)),
  hazards: value.maybe(value.text(labels.hazards)),
  basicFarmland: value.maybe(value.code(farmlandFindings, labels.basicFarmland)),
  farmlandNote: value.maybe(value.text(labels.farmlandNote)),
  conclusion: value.maybe(value.code(conclusions, labels.conclusion)),
  opinion: value.maybe(value.text(labels.opinion)),
  parcels: value.many(surveyParcelView, labels.parcels),
  photos: value.many(fileView, labels.photos),
  acts: value.many(offerView),
  history: value.many(historyView),
});

export type Survey = Of<typeof surveyView>;
export type SurveyParcel = Of<typeof surveyParcelView>;

/** What a survey is shown from. */
export interface SurveySeen {
  facts: InspectionFacts;
  photos: readonly EvidenceFile[];
  running: Deadline | null;
  history: readonly HistoryLine[];
  acts: readonly FormAct[];
}

export function surveyOf({ facts, photos, running, history, acts }: SurveySeen): Survey {
  const { record, surveyors, surveyorsAtLeast, parcels } = facts;
  const {
    id,
    revision,
    subject,
    subjectId,
    caseNumber,
    place,
    round,
    visitedAt,
    occupation,
    crops,
    fixtures,
    hazards,
  } = record;
  const { basicFarmland, farmlandNote, conclusion, opinion } = record;
  return {
    ...{ id, revision, subject, subjectId, caseNumber, place, round, visitedAt, occupation, crops, fixtures, hazards },
    ...{ basicFarmland: farmlandOf(parcels, basicFarmland), farmlandNote, conclusion, opinion, surveyorsAtLeast },
    state: record.state as Survey['state'],
    deadline: running && deadlineOf(running),
    surveyors: surveyors.map(({ name }) => name),
    parcels: parcels.map((parcel) => surveyParcelOf(facts, parcel)),
    photos: photos.map(fileOf),
    acts: acts.map(offerOf),
    history: history.map(historyLineOf),
  };
}

export function surveyParcelOf({ record, neighbours }: InspectionFacts, parcel: InspectionParcel): SurveyParcel {
  const { parcelCode: code, name, contractor, recordedMu, measuredMu, differencePercent, flagged, remark } = parcel;
  const { recordedFarmland, farmland, farmlandNote } = parcel;
  return {
    ...{ surveyId: record.id, caseNumber: record.caseNumber, code, name, contractor, recordedMu, measuredMu },
    ...{ differencePercent, flagged, points: parcel.points.length, remark, recordedFarmland, farmland, farmlandNote },
    farmlandDiffers: farmlandDiffers(parcel),
    neighbours: neighbours.filter((each) => each.parcelCode === code).map(neighbourOf),
  };
}

const neighbourOf = ({ side, name, confirmed, method, remark }: InspectionNeighbour): Of<typeof neighbourView> => ({
  ...{ side, name, confirmed, method, remark },
});
