import { mu } from '#kernel';
import { conclusions, farmlandFindings } from '#inspections';
import { type Of, value, view } from '#platform';
import type { TransferFacts } from '../transfer.facts.js';
import { parcelParts, surveyParts } from './transfer-page.words.js';

const flaggedView = view('FlaggedParcel', {
  code: value.text(parcelParts.code),
  name: value.text(parcelParts.name),
  recordedMu: value.mu(surveyParts.recordedMu),
  measuredMu: value.maybe(value.mu(parcelParts.surveyedMu)),
  differencePercent: value.text(surveyParts.differencePercent),
});

/** What two people found on the land, for whoever decides upon it. */
export const transferSurveyView = view('TransferSurvey', {
  id: value.id(),
  visitedAt: value.maybe(value.moment(surveyParts.visitedAt)),
  surveyors: value.many(value.text(), surveyParts.surveyors),
  photos: value.count(surveyParts.photos),
  measuredMu: value.maybe(value.mu(surveyParts.measuredMu)),
  basicFarmland: value.maybe(value.code(farmlandFindings, surveyParts.basicFarmland)),
  conclusion: value.maybe(value.code(conclusions, surveyParts.conclusion)),
  opinion: value.maybe(value.text(surveyParts.opinion)),
  flagged: value.many(flaggedView, surveyParts.flagged),
  disputed: value.count(surveyParts.disputed),
});

type TransferSurvey = Of<typeof transferSurveyView>;

/** Null before anybody is to go; nothing is told of a visit before it was made. */
export function transferSurveyOf({ surveyed }: TransferFacts): TransferSurvey | null {
  const { inspectionId: id, visitedAt, surveyors, photos, measuredMu, basicFarmland, conclusion, opinion } = surveyed;
  if (id === null) return null;
  if (visitedAt === null) return { id, ...unvisited };
  return {
    ...{ id, visitedAt, surveyors, photos, measuredMu, basicFarmland, conclusion, opinion },
    flagged: surveyed.flagged.map(({ parcelCode: code, name, recordedMu, measuredMu: found, differencePercent }) => ({
      ...{ code, name, recordedMu: mu(recordedMu), measuredMu: found === null ? null : mu(found) },
      differencePercent: differencePercent ?? '',
    })),
    disputed: surveyed.neighbours.filter((each) => !each.confirmed).length,
  };
}

const unvisited: Omit<TransferSurvey, 'id'> = {
  ...{ visitedAt: null, surveyors: [], photos: 0, measuredMu: null, basicFarmland: null, conclusion: null },
  ...{ opinion: null, flagged: [], disputed: 0 },
};
