import type { Day, SeedWay } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DrawState } from './draw-states.workflow.js';
import type { seedOrigins } from './draw.words.js';

/** 抽签: some of a frozen list, in ranks, by a seed that came after the list's hash was public. */
@Entity()
export class Draw {
  @PrimaryColumn('uuid') id: string;
  @Column('text') state: DrawState;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('char', { length: 12 }) officeCode: string;
  @Column('int') revision: number;
  @Column('date') rulesDay: Day;
  /** What it is for: an auction; a random check is for itself. */
  @Column('text') subject: string;
  @Column('uuid') subjectId: string;
  /** In words that everybody may read. */
  @Column('text') title: string;
  @Column('text') algorithm: string;
  /** How many are drawn, in ranks. */
  @Column('int') wanted: number;
  /** Bidder numbers, case numbers; never persons. */
  @Column('text', { array: true }) labels: string[];
  @Column('char', { length: 64 }) listHash: string;
  @Column('text') seedBy: SeedWay;
  @Column('timestamptz') frozenAt: Date;
  /** Null where the clock did it, by a rule. */
  @Column('uuid', { nullable: true }) frozenBy: string | null;
  @Column('text') frozenName: string;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  /** Until these moments numbers are sealed, and opened. */
  @Column('timestamptz', { nullable: true }) sealUntil: Date | null;
  @Column('timestamptz', { nullable: true }) openUntil: Date | null;
  @Column('text', { nullable: true }) seed: string | null;
  @Column('text', { nullable: true }) seedOrigin: keyof typeof seedOrigins | null;
  /** Which dice, which lottery, which issue; where and when. */
  @Column('text', { nullable: true }) seedStory: string | null;
  @Column('uuid', { nullable: true }) observerId: string | null;
  @Column('text', { nullable: true }) observerName: string | null;
  /** Who else was there, by name. */
  @Column('text', { nullable: true }) witness: string | null;
  @Column('timestamptz', { nullable: true }) seededAt: Date | null;
  /** Who sealed a number and did not open it: drawn behind all others. */
  @Column('text', { array: true }) last: string[];
  @Column('text', { array: true, nullable: true }) ranked: string[] | null;
}

/** 封存数: what a claimant bound himself to, and later opened. */
@Entity()
export class DrawSeal {
  @PrimaryColumn('uuid') drawId: string;
  @PrimaryColumn('text') label: string;
  @Column('char', { length: 64 }) seal: string;
  @Column('timestamptz') sealedAt: Date;
  @Column('text', { nullable: true }) number: string | null;
  @Column('text', { nullable: true }) salt: string | null;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
}
