import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day, DivisionCode, Fen, Mu } from '#kernel';
import type { PriceUnit } from '#listings';
import type { AuctionState } from './auction-states.workflow.js';
import type { AuctionFailure } from './auction.words.js';
import type { BidRules } from './bids/book.js';

/** Bidding for a lot, under the rules that were announced with it and frozen when it was opened. What is hot is in its book. */
@Entity()
export class Auction {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') listingId: string;
  @Column('text') listingNumber: string;
  @Column('text') state: AuctionState;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('varchar', { length: 12 }) officeCode: DivisionCode;
  @Column('int') revision: number;
  @Column('date') rulesDay: Day;
  @Column('text') place: string;
  /** What is bid for, in words. */
  @Column('text') thing: string;
  @Column('text') priceUnit: PriceUnit;
  @Column('numeric', { precision: 15, scale: 4 }) areaMu: Mu;
  /** PostgreSQL daterange, half open. */
  @Column('daterange') term: string;
  @Column('jsonb') rules: BidRules;
  /** The ranks of priority, the first first. */
  @Column('text', { array: true }) priority: string[];
  /** Below it there is no deal (拍卖法第五十条). */
  @Column('bigint') reserveFen: Fen;
  /** The reserve is told to nobody before the end. */
  @Column('boolean') reserveSecret: boolean;
  @Column('timestamptz') startsAt: Date;
  /** Until then it runs in any case. */
  @Column('timestamptz') freeUntil: Date;
  @Column('text', { nullable: true }) suspendedFrom: AuctionState | null;
  /** The rules by which the exchange itself held it up; null where nobody did, or a person. */
  @Column('text', { array: true, nullable: true }) heldBy: string[] | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endedCode: AuctionFailure | null;
  @Column('int', { nullable: true }) winnerNumber: number | null;
  /** Opened by the result. */
  @Column('uuid', { nullable: true }) winnerInterestId: string | null;
  @Column('bigint', { nullable: true }) priceFen: Fen | null;
  @Column('timestamptz') createdAt: Date;
}

/** One number of an auction. Whose it is, is sealed. */
@Entity()
export class AuctionBidder {
  @PrimaryColumn('uuid') auctionId: string;
  @PrimaryColumn('int') number: number;
  @Column('bytea') partyTag: Buffer;
  @Column('text') sealed: string;
  @Column('int', { nullable: true }) level: number | null;
}
