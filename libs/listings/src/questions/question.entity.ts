import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day, DivisionCode, Mu } from '#kernel';
import type { QuestionState } from './question-states.workflow.js';

/** An answer as it stood, and since when. */
export interface EarlierAnswer {
  answer: string;
  answeredAt: string;
}

/** What a party asks about a lot. Whose it is, nobody reads but the party. */
@Entity()
export class Question {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') listingId: string;
  @Column('text') listingNumber: string;
  @Column('text') state: QuestionState;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('varchar', { length: 12 }) officeCode: DivisionCode;
  @Column('int') revision: number;
  @Column('date') rulesDay: Day;
  @Column('text') place: string;
  @Column('numeric', { precision: 15, scale: 4 }) areaMu: Mu;
  @Column('uuid') partyId: string;
  @Column('text') question: string;
  @Column('text', { nullable: true }) answer: string | null;
  /** Answers that were corrected since, the oldest first. */
  @Column('jsonb') earlier: EarlierAnswer[];
  /** Why it is not public. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') askedAt: Date;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
}
