import type { DivisionCode } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { landChangeKinds } from './land-change.words.js';

/** One thing that a row of the register would change, in words. */
export interface Difference {
  kind: keyof typeof landChangeKinds;
  before: string;
  after: string;
}

export type LandChangeState = 'open' | 'adopted' | 'refused' | 'withdrawn';

/** 登记簿变更: a row of a register that would move the ground under a case or a right, kept until somebody decides on it. */
@Entity()
export class LandChange {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') state: LandChangeState;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('varchar', { length: 12 }) officeCode: DivisionCode;
  @Column('int') revision: number;
  @Column('date') rulesDay: string;
  /** The table it came in with: CBHT, CBDKXX, DK. */
  @Column('text') source: string;
  /** The contract or parcel that the row is about. */
  @Column('varchar', { length: 19 }) code: string;
  /** The row as it was read, without anything that names a person by number. */
  @Column('jsonb') proposed: object;
  @Column('jsonb') differences: Difference[];
  @Column('text', { nullable: true }) reason: string | null;
}

/** A change as its acts know it. */
export interface LandChangeFacts {
  record: LandChange;
}
