import type { Actor, DivisionCode } from '#kernel';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { LineState, WorkbookStatus } from './offer-sheet.words.js';

/** One workbook of a village's offers: tried first, then drafted lot by lot. The file itself is not kept, its rows are. */
@Entity()
export class OfferWorkbook {
  @PrimaryColumn('uuid') id: string;
  /** The village. */
  @Column('varchar', { length: 12 }) officeCode: DivisionCode;
  @Column('text') fileName: string;
  @Column('char', { length: 64 }) sha256: string;
  @Column('text') status: WorkbookStatus;
  /** In whose name it is tried, and drafted, also after a new start. */
  @Column('jsonb') starter: Pick<Actor, 'accountId' | 'name' | 'posts'>;
  @Column('text') startedByName: string;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}

/** One parcel that a row offers, and what became of it. */
@Entity()
export class OfferLine {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('uuid') workbookId: string;
  @Column('int') rowNumber: number;
  /** Rows of one lot have one sign: its number in the file, or the household. */
  @Column('text') lot: string;
  @Column('text') parcelCode: string;
  /** The terms as the form of a lot has them. */
  @Column('jsonb') input: Readonly<Record<string, string>>;
  @Column('text') outcome: LineState;
  @Column('text', { default: '' }) field: string;
  @Column('text', { default: '' }) reason: string;
  @Column('uuid', { nullable: true }) listingId: string | null;
}
