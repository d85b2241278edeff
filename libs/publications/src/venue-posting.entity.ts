import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The county's centre and the town's exchange each have a screen; together they are the one mandatory venue 屏幕. */
export const venueKinds = {
  village_board: '村公示栏',
  screen_county: '县中心屏幕',
  screen_town: '镇交易所屏幕',
  website: '本网站',
} as const;
export type VenueKind = keyof typeof venueKinds;

export const proofKinds = { photo: '照片', showing: '播放记录', hash: '内容指纹' } as const;
export type ProofKind = keyof typeof proofKinds;

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
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
}
