import type { Day, Fen } from '#kernel';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Finding } from './ledger.view.js';

export type LedgerAccountKind = 'bank' | 'held' | 'payable' | 'escrow';

/** An account of the ledger. What a town has in the bank is positive; what it owes of that to others is negative. */
@Entity()
export class LedgerAccount {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: LedgerAccountKind;
  @Column('text') side: 'asset' | 'liability';
  @Column('char', { length: 12 }) officeCode: string;
  @Column('char', { length: 12 }) officeCodeBorn: string;
  /** Whose money it is; a bank account is the town's, and nobody's in particular. */
  @Column('text', { nullable: true }) subject: string | null;
  @Column('uuid', { nullable: true }) subjectId: string | null;
  /** The number and the place by which people know that record. */
  @Column('text', { nullable: true }) number: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('bigint', { default: 0 }) balanceFen: Fen;
  @Column('boolean') mayGoNegative: boolean;
  @Column('timestamptz') openedAt: Date;
}

/** One booking: immutable, and known by an id of its own, so that asking twice books once. */
@Entity()
export class LedgerTransaction {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: 'pay_in' | 'approve_release' | 'approve_claim' | 'pay_out' | 'returned';
  @Column('text') subject: string;
  @Column('uuid') subjectId: string;
  /** How many entries it has; the database refuses one more. */
  @Column('int') entries: number;
  @Column('date') bookedOn: Day;
  @Column('timestamptz') bookedAt: Date;
  @Column('uuid', { nullable: true }) bookedBy: string | null;
  /** The bank slip by which it moved. */
  @Column('text', { nullable: true }) slipNumber: string | null;
}

@Entity()
export class LedgerEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('uuid') transactionId: string;
  @Column('uuid') accountId: string;
  @Column('bigint') amountFen: Fen;
}

/** What the hourly check of the invariants found; an empty list is what one wants to see. */
@Entity()
export class LedgerCheck {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('timestamptz') checkedAt: Date;
  @Column('jsonb') findings: Finding[];
}
