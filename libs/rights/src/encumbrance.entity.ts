import type { Day, Fen } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { encumbranceStatuses } from './encumbrance.words.js';

export type EncumbranceStatus = keyof typeof encumbranceStatuses;
/** Not yet released, enforced or lapsed. */
export const liveEncumbrances = ['proposed', 'consented', 'registered'] as const satisfies EncumbranceStatus[];
export const isLive = ({ status }: { status: string }): boolean =>
  (liveEncumbrances as readonly string[]).includes(status);

/** A mortgage on a household's own right or on a management right (承包法第四十七条). Release never deletes it. */
@Entity()
export class Encumbrance {
  @PrimaryGeneratedColumn('uuid') id: string;
  /** One of the two. */
  @Column('uuid', { nullable: true }) contractId: string | null;
  @Column('uuid', { nullable: true }) rightId: string | null;
  @Column('text') mortgageeName: string;
  @Column('uuid') mortgagorId: string;
  @Column('text') claim: 'ordinary' | 'maximum_amount';
  @Column('bigint') principalFen: Fen;
  @Column('daterange') term: string;
  @Column('text') contractNumber: string;
  @Column('text') status: EncumbranceStatus;
  @Column('text', { nullable: true }) registeredNumber: string | null;
  @Column('date', { nullable: true }) registeredOn: Day | null;
  @Column('date', { nullable: true }) overOn: Day | null;
  @Column('uuid', { nullable: true }) overProofFileId: string | null;
  @Column('timestamptz') recordedAt: Date;
  /** Of the land it lies on; the database fills it in. */
  @Column({ type: 'varchar', length: 12, insert: false, update: false }) officeCode: string;
  /** What lists search; the database fills both in. */
  @Column({ type: 'text', select: false, insert: false, update: false, default: '' }) searchText: string;
  @Column({ type: 'text', array: true, select: false, insert: false, update: false, default: '{}' })
  searchPairs: string[];
}
