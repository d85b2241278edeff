import type { Mu } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { RightStatus } from './management-right.entity.js';
import type { Shape } from './shape/plane.js';

/** The part of a parcel that a right covers. */
@Entity()
export class RightPortion {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') rightId: string;
  @Column('uuid') parcelId: string;
  /** Whose land it is, or whose right it is carved from; the database takes it from the contract. */
  @Column('uuid') grantorId: string;
  @Column('boolean') whole: boolean;
  /** Null if whole. */
  @Column('jsonb', { nullable: true }) rings: Shape | null;
  /** Five centimetres inside the shape, in metres on the county's plane; wider than any county if whole. */
  @Column('polygon') guard: string;
  @Column('numeric', { precision: 15, scale: 4 }) areaMu: Mu;
  /** Copied from the right by the database, as are level and standing. */
  @Column('daterange') term: string;
  /** The parent right, or zeros: rights exclude each other among brothers, not against their parent. */
  @Column('uuid') level: string;
  @Column('text') status: RightStatus;
}
