import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day, DivisionCode, Fen, Mu, RightKind } from '#kernel';
import type { BiddingRules } from './bidding/bidding-rules.js';
import type { FailureCode } from './listing.words.js';
import type { ListingState } from './listing-states.workflow.js';
import type { PassingMode, PriceUnit } from './right-kinds.words.js';
import type { OwnFields } from './right-offer.js';

/** A lot that is offered to whoever qualifies: parcels of one or many households of a collective, or a right of another kind, on one set of terms. */
@Entity()
export class Listing {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { nullable: true }) number: string | null;
  @Column('text') kind: RightKind;
  @Column('text') mode: PassingMode;
  @Column('text') state: ListingState;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('varchar', { length: 12 }) officeCode: DivisionCode;
  @Column('varchar', { length: 12 }) bornOfficeCode: DivisionCode;
  @Column('int') revision: number;
  @Column('date') rulesDay: Day;
  /** Town and village as they were called when the lot began. */
  @Column('text') place: string;
  @Column('varchar', { length: 14 }) issuerCode: string;
  @Column('text') transferorName: string;
  /** Who gives it, where it is no contracted land. */
  @Column('uuid', { nullable: true }) holderId: string | null;
  /** How its holder said yes: a collective by its decision, anybody else by a signed letter. */
  @Column('uuid', { nullable: true }) decisionId: string | null;
  @Column('uuid', { nullable: true }) mandateFileId: string | null;
  /** The fields of its own kind; empty for contracted land, which has its parcels. */
  @Column('jsonb') own: OwnFields;
  /** PostgreSQL daterange, half open; `termOf` reads it. What passes for good has the one day on which it is handed over. */
  @Column('daterange') term: string;
  @Column('text') priceUnit: PriceUnit;
  /** Asked, in its unit. */
  @Column('bigint') priceFen: Fen;
  /** Below it there is no deal, in the same unit. */
  @Column('bigint') floorFen: Fen;
  /** How takers bid for it; null where it goes by what the county has set (`biddingRulesOf`). */
  @Column('jsonb', { nullable: true }) bidding: BiddingRules | null;
  @Column('text') payment: string;
  @Column('text') purpose: string;
  @Column('text') crops: string;
  @Column('text') fixtures: string;
  /** What who takes it must be able to show, in words; empty where anybody may. */
  @Column('text') conditions: string;
  @Column('jsonb') declared: { lease: string; dispute: string };
  /** 0 where its kind has no area. */
  @Column('numeric', { precision: 15, scale: 4 }) areaMu: Mu;
  /** Of its parcels, as the register had them when they were put in; empty where it has none (GB/T 21010). */
  @Column('text', { array: true }) landClasses: string[];
  @Column('int') parcelCount: number;
  @Column('int') householdCount: number;
  /** How often its period was prolonged. */
  @Column('int') extensions: number;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('timestamptz', { nullable: true }) approvedAt: Date | null;
  /** Last day on which somebody may register and pay. */
  @Column('date', { nullable: true }) closesOn: Day | null;
  /** The moment at which the period was over. */
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  /** Working days that were left when it was suspended. */
  @Column('int', { nullable: true }) remainingDays: number | null;
  @Column('text', { nullable: true }) suspendedFrom: ListingState | null;
  @Column('text', { nullable: true }) endedCode: FailureCode | null;
  @Column('text', { nullable: true }) endedReason: string | null;
  /** Until when its papers are kept at least, once it is over; nothing is ever destroyed by itself (拍卖法第五十四条). */
  @Column('date', { nullable: true }) keptUntil: Day | null;
  /** The lot that failed before this one. */
  @Column('uuid', { nullable: true }) relistsId: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('text') createdBy: string;
  @Column('uuid', { nullable: true }) createdAccountId: string | null;
  /** What lists search; the database fills both in. */
  @Column({ type: 'text', select: false, insert: false, update: false, default: '' }) searchText: string;
  @Column({ type: 'text', array: true, select: false, insert: false, update: false, default: [] })
  searchPairs: string[];
}

/** One parcel of a lot, whole. */
@Entity()
export class ListingParcel {
  @PrimaryColumn('uuid') listingId: string;
  @PrimaryColumn('uuid') parcelId: string;
  @Column('int') seq: number;
  @Column('uuid') grantorId: string;
  @Column('numeric', { precision: 15, scale: 4 }) areaMu: Mu;
}
