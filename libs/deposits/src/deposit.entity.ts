import type { Day, Fen, Mu, TransfereeKind } from '#kernel';
import type { DepositPurpose } from './deposit.words.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 风险保障金: what the transferee leaves with the town against unpaid rent and land not restored; or 交易保证金, for a bid. Never 定金. */
@Entity()
export class Deposit {
  @PrimaryColumn('uuid') id: string;
  @Column('text') state: string;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  /** Today's town; a merger rewrites it. */
  @Column('char', { length: 12 }) officeCode: string;
  @Column('char', { length: 12 }) officeCodeBorn: string;
  @Column('int') revision: number;
  @Column('date') rulesDay: Day;
  /** The record it answers for: a transfer; one deposit for each who pays. */
  @Column('text') subject: string;
  @Column('uuid') subjectId: string;
  @Column('text') purpose: DepositPurpose;
  @Column('text') caseNumber: string;
  /** Town and village, in words. */
  @Column('text') place: string;
  @Column('uuid') payerPartyId: string;
  /** The name a bank slip must show. */
  @Column('text') payerName: string;
  @Column('text') transfereeKind: TransfereeKind;
  @Column('bigint') annualRentFen: Fen;
  @Column('numeric', { precision: 15, scale: 4 }) areaMu: Mu;
  @Column('date') termStart: Day;
  @Column('date') termEnd: Day;
  /** What is to be held; 0 where it is waived. */
  @Column('bigint') amountFen: Fen;
  @Column('text') legalBasis: string;
  @Column('date') requestedOn: Day;
  /** Since when it may go back: the case ended, or the land was handed back. Null while it still answers. */
  @Column('timestamptz', { nullable: true }) calledOffAt: Date | null;
  /** 不予退还: whose bid won and who did not sign; decided by the county, for a reason and by a rule. */
  @Column('timestamptz', { nullable: true }) forfeitedAt: Date | null;
  @Column('text', { nullable: true }) forfeitReason: string | null;
  @Column('text', { nullable: true }) forfeitRule: string | null;
}
