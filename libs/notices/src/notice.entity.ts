import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { NoticeTerms } from './notice.terms.js';
import type { NoticeKind } from './notice.words.js';

/** A notice whose period has no last day yet sorts behind all that have one. */
export const noLastDay = '9999-12-31';

/** One version of a statutory notice. Its words are a publication; this is the clock around them. */
@Entity()
export class Notice {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text', { nullable: true }) number: string | null;
  /** What it is about: `transfer`, and which. */
  @Column('text') subject: string;
  @Column('uuid') subjectId: string;
  @Column('text') caseNumber: string;
  @Column('int') version: number;
  @Column('uuid', { nullable: true }) previousId: string | null;
  @Column('uuid', { nullable: true }) replacedById: string | null;
  @Column('uuid', { nullable: true }) publicationId: string | null;
  @Column('text') kind: NoticeKind;
  @Column('text') title: string;
  /** The collective whose members may claim priority; null in notices of before this was kept. */
  @Column('varchar', { length: 14, nullable: true }) issuerCode: string | null;
  @Column('text') town: string;
  @Column('text') village: string;
  /** Masked, for lists. */
  @Column('text') parties: string;
  @Column('numeric', { precision: 15, scale: 4 }) areaMu: string;
  /** In full, for the next version; never shown. */
  @Column('jsonb') terms: NoticeTerms;
  /** Day of the last mandatory venue's proof; not counted. */
  @Column('date', { nullable: true }) periodStart: string | null;
  @Column('date') endsOn: string;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('text', { nullable: true }) endedReason: string | null;
  /** What words are looked for in: the public text only. */
  @Column('text') searchText: string;
  /** Pairs of neighbouring characters of it: trigrams find nothing in two characters. */
  @Column('text', { array: true }) searchPairs: string[];
  @Column('text') state: string;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('varchar', { length: 12 }) officeCode: string;
  @Column('varchar', { length: 12 }) officeCodeBorn: string;
  @Column('int') revision: number;
  @Column('date') rulesDay: string;
}

/** The text of a notice; one without is a fault of ours. */
export function publicationOf(notice: Notice): string {
  if (notice.publicationId === null) throw new Error(`Notice ${notice.id} has no text.`);
  return notice.publicationId;
}
