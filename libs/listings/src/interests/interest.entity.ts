import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BidPriority, Day, DivisionCode, Fen, Mu, TransfereeKind } from '#kernel';
import type { InterestState } from './interest-states.workflow.js';

/** Somebody who wants a lot: registered, looked at by the town, and in once the deposit has come in time. */
@Entity()
export class Interest {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') listingId: string;
  @Column('text') listingNumber: string;
  @Column('text') state: InterestState;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('varchar', { length: 12 }) officeCode: DivisionCode;
  @Column('int') revision: number;
  @Column('date') rulesDay: Day;
  @Column('text') place: string;
  @Column('numeric', { precision: 15, scale: 4 }) areaMu: Mu;
  @Column('uuid') partyId: string;
  @Column('text') partyName: string;
  @Column('text') transfereeKind: TransfereeKind;
  @Column('text') ability: string;
  /** What it declares of bad credit and lawsuits, or 无. */
  @Column('text') credit: string;
  /** Offered, per mu and year. */
  @Column('bigint') offerFen: Fen;
  /** What is to be left as a bid deposit. */
  @Column('bigint') depositFen: Fen;
  /** Whom a body sent, by a letter that lies with the registration; null where its head came himself. */
  @Column('text', { nullable: true }) agentName: string | null;
  /** What he claims to be preferred by; what the town found true of it, or why not. Who is not found so may bid all the same. */
  @Column('text', { nullable: true }) priorityAsked: BidPriority | null;
  @Column('text', { nullable: true }) priority: BidPriority | null;
  @Column('text', { nullable: true }) priorityRefusal: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') registeredAt: Date;
  @Column('text') registeredBy: string;
}
