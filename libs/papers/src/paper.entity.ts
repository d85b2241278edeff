import type { Day } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { PaperFrame } from './drawing/frame.js';

/** What the frame of a paper said when it was issued; the copy is named when it is drawn. */
export type KeptFrame = Pick<PaperFrame, 'authority' | 'platform' | 'verifyUrl' | 'seal'> & {
  /** Of the words it was issued in; papers of the first say none. */
  edition?: number;
};

/** A paper that was issued. It keeps the view it was drawn from, so that a reprint says the same for ever. */
@Entity()
export class Paper {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') kind: string;
  /** The record it belongs to, as the history names it. */
  @Column('text') subject: string;
  @Column('text') subjectId: string;
  @Column('text') number: string;
  /** Verification code: unguessable, with a check character. */
  @Column('text') code: string;
  /** The office today; a merger of divisions rewrites it. */
  @Column('text') officeCode: string;
  @Column('text') officeCodeThen: string;
  /** Parties who may look at it. */
  @Column('uuid', { array: true }) partyIds: string[];
  @Column('jsonb') view: object;
  @Column('jsonb') frame: KeptFrame;
  /** Of kind, number, code, view and frame: a row altered behind our back is not drawn. */
  @Column('text') sha256: string;
  @Column('boolean') training: boolean;
  @Column('timestamptz') madeAt: Date;
  @Column('date') madeOn: Day;
  @Column('text') madeBy: string;
  @Column('timestamptz', { nullable: true }) voidedAt: Date | null;
  @Column('text', { nullable: true }) voidedBy: string | null;
  @Column('text', { nullable: true }) voidReason: string | null;
}

/** A paper as its acts know it. */
export interface PaperFacts {
  record: Paper;
}
