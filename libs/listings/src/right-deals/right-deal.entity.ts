import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BidPriority, Day, DivisionCode, Fen, Mu } from '#kernel';
import type { RightDealState } from './right-deal-states.workflow.js';

/** The deal of a lot that is no contracted land: who takes it, at which price; the rest of the terms is the lot's. */
@Entity()
export class RightDeal {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') listingId: string;
  @Column('text') listingNumber: string;
  @Column('text') state: RightDealState;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('varchar', { length: 12 }) officeCode: DivisionCode;
  @Column('int') revision: number;
  @Column('date') rulesDay: Day;
  @Column('text') place: string;
  @Column('text') thing: string;
  @Column('numeric', { precision: 15, scale: 4 }) areaMu: Mu;
  /** Who takes it. */
  @Column('uuid') partyId: string;
  @Column('text') partyName: string;
  /** Agreed, in the unit of the lot. */
  @Column('bigint') priceFen: Fen;
  /** Whether several bid for it. */
  @Column('boolean') bid: boolean;
  /** By which priority it was won, if it took one. */
  @Column('text', { nullable: true }) priority: BidPriority | null;
  /** The number of the contract sheet, once it is drawn. */
  @Column('text', { nullable: true }) contractNumber: string | null;
  @Column('date', { nullable: true }) signedOn: Day | null;
  /** The first page of the signed contract. */
  @Column('uuid', { nullable: true }) contractFileId: string | null;
  @Column('text', { nullable: true }) endedReason: string | null;
  @Column('timestamptz') createdAt: Date;
}
