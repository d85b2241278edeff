import type { Day, Mu } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A parcel that a contract has: one now, perhaps another from a later day. The parcel's own `contractId` is the one that runs. */
@Entity()
export class ContractedParcel {
  @PrimaryColumn('uuid') parcelId: string;
  @PrimaryColumn('uuid') contractId: string;
  @Column('numeric', { precision: 15, scale: 4 }) areaMu: Mu;
  /** The day on which the register gave the parcel to a contract that has nothing to do with this one. */
  @Column('date', { nullable: true }) leftOn: Day | null;
}
