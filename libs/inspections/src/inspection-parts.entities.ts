import type { Mu } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { confirmationMethods, sides } from './inspection.words.js';

export type Side = keyof typeof sides;
export type ConfirmationMethod = keyof typeof confirmationMethods;

/** A corner or a place of the parcel, in degrees as decimal text, as the instrument gave them. */
export interface SurveyPoint {
  longitude: string;
  latitude: string;
}

/** One of the people who went. */
@Entity()
export class InspectionSurveyor {
  @PrimaryColumn('uuid') inspectionId: string;
  @PrimaryColumn('uuid') accountId: string;
  @Column('text') name: string;
}

/** What was measured of a parcel, beside what the contract records. */
@Entity()
export class InspectionParcel {
  @PrimaryColumn('uuid') inspectionId: string;
  @PrimaryColumn('text') parcelCode: string;
  @Column('text') name: string;
  @Column('text') contractor: string;
  @Column('numeric', { precision: 15, scale: 4 }) recordedMu: Mu;
  @Column('numeric', { precision: 15, scale: 4, nullable: true }) measuredMu: Mu | null;
  /** Of the recorded area, without sign. */
  @Column('numeric', { precision: 9, scale: 2, nullable: true }) differencePercent: string | null;
  /** The difference is above the county's parameter. */
  @Column('boolean') flagged: boolean;
  /** Permanent basic farmland by the register when the survey was planned; null where that was not kept. */
  @Column('boolean', { nullable: true }) recordedFarmland: boolean | null;
  /** The same as it was found on the land; null where nobody has looked, or where one finding stood for all parcels. */
  @Column('boolean', { nullable: true }) farmland: boolean | null;
  /** Why the two differ. */
  @Column('text', { nullable: true }) farmlandNote: string | null;
  @Column('jsonb') points: SurveyPoint[];
  @Column('text', { nullable: true }) remark: string | null;
}

/** What the owner of the land next to a parcel said of the boundary. */
@Entity()
export class InspectionNeighbour {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') inspectionId: string;
  @Column('text') parcelCode: string;
  @Column('text') side: Side;
  @Column('text') name: string;
  @Column('boolean') confirmed: boolean;
  @Column('text') method: ConfirmationMethod;
  @Column('text', { nullable: true }) remark: string | null;
  @Column('uuid', { nullable: true }) recordedBy: string | null;
  @Column('timestamptz') recordedAt: Date;
}
