import type { Day, Mu } from '#kernel';
import type { Conclusion, FarmlandFinding } from './inspection.entity.js';
import type { InspectionNeighbour, InspectionParcel } from './inspection-parts.entities.js';

/** What a record tells when it wants its land looked at. */
export interface SurveyPlan {
  subject: string;
  subjectId: string;
  caseNumber: string;
  officeCode: string;
  rulesDay: Day;
  /** Town and village, in words. */
  place: string;
  areaMu: Mu;
  /** Whose land it is, and who wants it, by name. */
  party: string;
  counterparty: string;
  parcels: readonly { code: string; name: string; contractor: string; recordedMu: Mu; recordedFarmland: boolean }[];
}

/** What a record asks about its survey. */
export interface SurveyFacts {
  inspectionId: string | null;
  state: string | null;
  done: boolean;
  visitedAt: Date | null;
  surveyors: readonly string[];
  photos: number;
  measuredMu: Mu | null;
  parcels: readonly InspectionParcel[];
  neighbours: readonly InspectionNeighbour[];
  /** Parcels whose measured area differs by more than the parameter allows. */
  flagged: readonly InspectionParcel[];
  disputed: boolean;
  basicFarmland: FarmlandFinding | null;
  conclusion: Conclusion | null;
  opinion: string | null;
}

/** Found otherwise than the register says. */
export const farmlandDiffers = ({
  farmland,
  recordedFarmland,
}: Pick<InspectionParcel, 'farmland' | 'recordedFarmland'>): boolean =>
  farmland !== null && recordedFarmland !== null && farmland !== recordedFarmland;

/** What was found of all parcels together; a survey of before had one finding for all. */
export function farmlandOf(
  parcels: readonly Pick<InspectionParcel, 'farmland'>[],
  before: FarmlandFinding | null,
): FarmlandFinding | null {
  if (parcels.every(({ farmland }) => farmland === null)) return before;
  const found = parcels.filter(({ farmland }) => farmland).length;
  return found === 0 ? 'none' : found === parcels.length ? 'all' : 'part';
}

/** A record whose land nobody has looked at yet. */
export const unseen: SurveyFacts = {
  inspectionId: null,
  state: null,
  done: false,
  visitedAt: null,
  surveyors: [],
  photos: 0,
  measuredMu: null,
  parcels: [],
  neighbours: [],
  flagged: [],
  disputed: false,
  basicFarmland: null,
  conclusion: null,
  opinion: null,
};
