import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day, DivisionCode, Fen, Mu, RightKind } from '#kernel';
import type { plannedUses } from '#rights';
import type { PriceUnit } from '../right-kinds.words.js';
import type { WanterKind } from './wanted.words.js';
import type { WantedState } from './wanted-states.workflow.js';

/** What somebody looks for: an advertisement to everybody, until its day. What is null is all the same to who wants it. */
@Entity()
export class Wanted {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { nullable: true }) number: string | null;
  @Column('text') state: WantedState;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  /** The town it is looked for in, which checks it. */
  @Column('varchar', { length: 12 }) officeCode: DivisionCode;
  @Column('int') revision: number;
  @Column('date') rulesDay: Day;
  @Column('uuid') partyId: string;
  /** As everybody may read it: a body's name, of a person the family name. */
  @Column('text') wanter: string;
  @Column('text') wanterKind: WanterKind;
  @Column('text') kind: RightKind;
  @Column('text') place: string;
  /** Of the town, those villages alone; all if none is named. */
  @Column('text', { array: true }) villages: string[];
  @Column('numeric', { precision: 15, scale: 4, nullable: true }) areaFrom: Mu | null;
  @Column('numeric', { precision: 15, scale: 4, nullable: true }) areaTo: Mu | null;
  /** GB/T 21010. */
  @Column('text', { nullable: true }) landClass: string | null;
  @Column('text', { nullable: true }) purpose: keyof typeof plannedUses | null;
  /** The most that is paid, in its unit. */
  @Column('bigint', { nullable: true }) priceFen: Fen | null;
  @Column('text') priceUnit: PriceUnit;
  @Column('int', { nullable: true }) yearsLeast: number | null;
  @Column('text') remark: string;
  /** Why it went back or was taken down. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  /** Last day on which it is shown. */
  @Column('date', { nullable: true }) endsOn: Day | null;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid', { nullable: true }) createdAccountId: string | null;
  /** What lists search; the database fills both in. */
  @Column({ type: 'text', select: false, insert: false, update: false, default: '' }) searchText: string;
  @Column({ type: 'text', array: true, select: false, insert: false, update: false, default: [] })
  searchPairs: string[];
}
