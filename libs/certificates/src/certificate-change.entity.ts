import type { Day } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ChangeKind } from './certificate.words.js';

/** A line of a certificate's change record: append-only, as the paper's own record is written in ink. */
@Entity()
export class CertificateChange {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') certificateId: string;
  @Column('text') kind: ChangeKind;
  @Column('date') day: Day;
  /** What was changed; empty unless `kind` is a change. */
  @Column('text') item: string;
  @Column('text') before: string;
  @Column('text') after: string;
  @Column('text') reason: string;
  @Column('text') rule: string;
  /** The document it rests on. */
  @Column('uuid', { nullable: true }) fileId: string | null;
  /** The letter that tells the holder. */
  @Column('uuid', { nullable: true }) paperId: string | null;
  /** 遗失公告：day and place, where a lost certificate is reissued. */
  @Column('date', { nullable: true }) announcedOn: Day | null;
  @Column('text') announcedAt: string;
  @Column('text') collectedBy: string;
  @Column('text') handler: string;
  @Column('uuid', { nullable: true }) handlerId: string | null;
  @Column('timestamptz') madeAt: Date;
}
