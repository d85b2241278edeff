import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { statuses } from './right.words.js';

/** How the management right leaves the household (承包法第三十六条). Swap and assignment move the contract, not this. */
export type FlowMode = 'lease' | 'subcontract' | 'share' | 'other';

export type RightStatus = keyof typeof statuses;
/** In these a right keeps its land from others. */
export const liveStatuses = ['reserved', 'active'] as const satisfies RightStatus[];
export const holdsLand = ({ status }: { status: string }): boolean =>
  (liveStatuses as readonly string[]).includes(status);

/**
 * 土地经营权: a child of the household's contract, or of another management right. It follows its case: reserved at
 * acceptance, active when the right is recorded, then ended; or released when the case falls.
 */
@Entity()
export class ManagementRight {
  @PrimaryGeneratedColumn('uuid') id: string;
  /** The right it is carved from; null if it comes straight from a contract or from the collective. */
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text') mode: FlowMode;
  @Column('uuid') grantorId: string;
  @Column('uuid') holderId: string;
  /** As PostgreSQL writes it: '[2026-11-01,2032-11-01)'; see termOf. */
  @Column('daterange') term: string;
  @Column('text') status: RightStatus;
  @Column('text') plannedUse: string;
  /** The case that made it: table and id. */
  @Column('text') subject: string;
  @Column('uuid') subjectId: string;
  /** Where its first parcel lies; a merger of divisions rewrites it. */
  @Column('text') officeCode: string;
  @Column('timestamptz') reservedAt: Date;
  @Column('timestamptz') reservedUntil: Date;
  @Column('timestamptz', { nullable: true }) activeSince: Date | null;
  @Column('timestamptz', { nullable: true }) overSince: Date | null;
  @Column('text', { nullable: true }) overReason: string | null;
}
