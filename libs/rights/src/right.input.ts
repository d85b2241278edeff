import type { Mu, Term } from '#kernel';
import type { FlowMode } from './management-right.entity.js';
import type { Compass } from './shape/cut.js';
import type { Shape } from './shape/plane.js';

/** A parcel, whole or in part: by a shape that was drawn or measured, or so many mu from one side. */
export type PortionRequest =
  | { parcelId: string; whole: true }
  | { parcelId: string; whole: false; rings: Shape }
  | { parcelId: string; whole: false; from: Compass; areaMu: Mu };

/** A portion worked out against the register: its shape closed, its area known. */
export interface Portion {
  parcelId: string;
  whole: boolean;
  rings: Shape | null;
  areaMu: Mu;
}

export interface RightRequest {
  /** The case: table and id. */
  subject: string;
  subjectId: string;
  mode: FlowMode;
  parentId: string | null;
  grantorId: string;
  holderId: string;
  term: Term;
  /** Key of `plannedUses`. */
  plannedUse: string;
  portions: readonly Portion[];
  reservedUntil: Date;
}
