import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { BidPriority, Day, DivisionCode, Fen, Mu, TransfereeKind } from '#kernel';
import type { Rent } from './rent.rules.js';
import type { ContractPermit } from './transfer.input.js';
import type { TransferKind, TransferMode, declarations } from './transfer.words.js';
import type { TransferState } from './transfer-states.workflow.js';

/** The middle price of so many deals of the town, and how far from it the price lay. */
export interface PriceConfirmed {
  medianFen: Fen;
  deals: number;
  percent: number;
}

/** The lot of which a case is the deal, as it was offered; prices per mu and year. */
export interface ListedAs {
  id: string;
  number: string;
  priceFen: Fen;
  floorFen: Fen;
  /** Several bid for it by rules that the county had approved, so that the price they found is a reviewed one; by which priority it was won. */
  bid?: { priority: BidPriority | null };
}

export type Declared = Record<keyof typeof declarations, string>;

/** One agreed transfer, from application to the end of the right. */
@Entity()
export class Transfer {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text', { nullable: true }) number: string | null;
  /** What lists search; the database fills both in. */
  @Column({ type: 'text', select: false, insert: false, update: false, default: '' }) searchText: string;
  @Column({ type: 'text', array: true, select: false, insert: false, update: false, default: [] })
  searchPairs: string[];
  /** With the number, lets anybody who holds the receipt follow the case. */
  @Column('char', { length: 8 }) followCode: string;
  @Column('text') kind: TransferKind;
  @Column('text') mode: TransferMode;
  @Column('text') state: TransferState;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('int') revision: number;
  @Column('date') rulesDay: Day;
  @Column('varchar', { length: 12 }) officeCode: DivisionCode;
  @Column('varchar', { length: 12 }) bornOfficeCode: DivisionCode;
  /** Town and village as they were called when the case began; papers keep it. */
  @Column('text') place: string;
  @Column('uuid') transfereeId: string;
  @Column('text') transfereeKind: TransfereeKind;
  @Column('text') transfereeName: string;
  @Column('text') transferorName: string;
  @Column('varchar', { length: 14 }) issuerCode: string;
  @Column('uuid', { nullable: true }) decisionId: string | null;
  /** PostgreSQL daterange, half open; `termOf` reads it. */
  @Column('daterange') term: string;
  /** Per mu and year; of a rent in goods, what the parties hold it to be worth. */
  @Column('bigint') priceFen: Fen;
  /** What the price was held against when it was asked about again and written once more; null where it was not. */
  @Column('jsonb', { nullable: true }) priceConfirmed: PriceConfirmed | null;
  /** In what it is paid; null where nobody was asked. */
  @Column('jsonb', { nullable: true }) rent: Rent | null;
  @Column('text') payment: string;
  @Column('text') purpose: string;
  @Column('text') crops: string;
  @Column('date') handoverOn: Day;
  @Column('text') ability: string;
  /** Null where nobody was asked: the contract is ticked by hand then. */
  @Column('text', { array: true, nullable: true }) permits: ContractPermit[] | null;
  /** Buildings and other things on the land, and what becomes of them. */
  @Column('text') fixtures: string;
  @Column('jsonb', { nullable: true }) declared: Declared | null;
  /** Who stands surety for a transferee above the age, by his signed paper. */
  @Column('uuid', { nullable: true }) guarantorId: string | null;
  @Column('uuid', { nullable: true }) guarantorFileId: string | null;
  @Column('numeric', { precision: 15, scale: 4 }) areaMu: Mu;
  @Column('int') parcelCount: number;
  @Column('int') householdCount: number;
  @Column('int') round: number;
  @Column('text', { nullable: true }) suspendedFrom: string | null;
  /** It stands still because the register is to be changed under it; it goes on by itself once that is decided. */
  @Column('boolean') groundHeld: boolean;
  @Column('uuid', { nullable: true }) replacesId: string | null;
  @Column('uuid', { nullable: true }) renewsId: string | null;
  @Column('jsonb', { nullable: true }) listing: ListedAs | null;
  @Column('timestamptz') createdAt: Date;
  @Column('text') createdBy: string;
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('timestamptz', { nullable: true }) submittedToCountyAt: Date | null;
  @Column('timestamptz', { nullable: true }) approvedAt: Date | null;
  /** When the notice was found clear in this round: no contract is older. */
  @Column('timestamptz', { nullable: true }) clearedAt: Date | null;
  @Column('date', { nullable: true }) signedOn: Day | null;
  @Column('text', { nullable: true }) contractNumber: string | null;
  @Column('date', { nullable: true }) filedOn: Day | null;
  @Column('text', { nullable: true }) filingNumber: string | null;
  @Column('timestamptz', { nullable: true }) recordedAt: Date | null;
  @Column('text', { nullable: true }) endedReason: string | null;
  /** When both parties were told that the term ends soon. */
  @Column('timestamptz', { nullable: true }) remindedAt: Date | null;
  @Column('date', { nullable: true }) landReturnedOn: Day | null;
}

/** The case as it stood before the step that ends its review: the clock of the review, not of what follows. */
export type Reviewed = Pick<Transfer, 'id' | 'round' | 'submittedAt' | 'submittedToCountyAt' | 'dueAt'>;
