import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ProofKind, VenueKind } from './venue.words.js';

/** A publication at one venue and place: planned, then proven once. */
@Entity()
export class VenuePosting {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') publicationId: string;
  @Column('text') kind: VenueKind;
  @Column('varchar', { length: 12 }) officeCode: string;
  @Column('varchar', { length: 12 }) officeCodeBorn: string;
  @Column('text') place: string;
  @Column('boolean') mandatory: boolean;
  /** When it was put up, as the photo or the first showing tells. */
  @Column('timestamptz', { nullable: true }) postedAt: Date | null;
  /** When we had the proof; the period counts from this, so that a late upload never shortens it. */
  @Column('timestamptz', { nullable: true }) provenAt: Date | null;
  @Column('text', { nullable: true }) proofKind: ProofKind | null;
  @Column('uuid', { nullable: true }) evidenceFileId: string | null;
  @Column('char', { length: 64, nullable: true }) evidenceSha256: string | null;
  @Column('text', { nullable: true }) postedBy: string | null;
  @Column('jsonb', { nullable: true }) point: { longitude: string; latitude: string } | null;
  /** A sheet that has to hang beside the text, such as one that tells the dates; its photo once it does. */
  @Column('uuid', { nullable: true }) sheetPaperId: string | null;
  @Column('timestamptz', { nullable: true }) sheetMadeAt: Date | null;
  @Column('uuid', { nullable: true }) sheetFileId: string | null;
  /** Since when it need not hang any more. */
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
}
