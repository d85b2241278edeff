import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day, DivisionCode } from '#kernel';
import type { BarringState } from './barring-states.workflow.js';

/** A party that defaulted in a deal, and for how long it may not register for lots: proposed, answered, decided. */
@Entity()
export class Barring {
  @PrimaryColumn('uuid') id: string;
  /** Of the letter that told it. */
  @Column('text', { nullable: true }) number: string | null;
  @Column('text') state: BarringState;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  /** The county's: no town and no village sees it. */
  @Column('varchar', { length: 12 }) officeCode: DivisionCode;
  @Column('int') revision: number;
  @Column('date') rulesDay: Day;
  @Column('uuid') partyId: string;
  @Column('text') partyName: string;
  /** The registration whose deal it failed. */
  @Column('uuid') interestId: string;
  @Column('text') lotNumber: string;
  @Column('text') place: string;
  @Column('text') reason: string;
  @Column('text') rule: string;
  /** As the county had set it when the party registered; null where it had set none, then the day is proposed. */
  @Column('int', { nullable: true }) months: number | null;
  @Column('date', { nullable: true }) proposedUntil: Day | null;
  @Column('text') proposedBy: string;
  @Column('uuid', { nullable: true }) proposedAccountId: string | null;
  @Column('timestamptz') proposedAt: Date;
  /** What the party says of it. */
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) decisionNumber: string | null;
  @Column('text', { nullable: true }) findings: string | null;
  @Column('text', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('date', { nullable: true }) fromDay: Day | null;
  /** Its last day. */
  @Column('date', { nullable: true }) untilDay: Day | null;
  /** Why it was dropped or lifted. */
  @Column('text', { nullable: true }) endedReason: string | null;
}
