import type { Day, Fen } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Money that leaves: asked for by one person, approved by another, then paid by bank slip. */
@Entity()
export class DepositOutflow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') depositId: string;
  @Column('text') kind: 'release' | 'claim';
  @Column('int', { nullable: true }) tranche: number | null;
  @Column('bigint') amountFen: Fen;
  @Column('text') reason: string;
  /** The payment whose account a release goes back to. */
  @Column('uuid', { nullable: true }) paymentId: string | null;
  @Column('text') payeeName: string;
  @Column('text') payeeBank: string;
  @Column('text') payeeAccountSealed: string;
  @Column('text') payeeAccountTail: string;
  @Column('uuid') requestedBy: string;
  @Column('text') requestedByName: string;
  @Column('timestamptz') requestedAt: Date;
  @Column('uuid', { nullable: true }) approvedBy: string | null;
  @Column('text', { nullable: true }) approvedByName: string | null;
  @Column('timestamptz', { nullable: true }) approvedAt: Date | null;
  @Column('uuid', { nullable: true }) refusedBy: string | null;
  @Column('timestamptz', { nullable: true }) refusedAt: Date | null;
  @Column('text', { nullable: true }) refusal: string | null;
  @Column('text', { nullable: true }) slipNumber: string | null;
  @Column('date', { nullable: true }) paidOn: Day | null;
  @Column('uuid', { nullable: true }) scanId: string | null;
  @Column('uuid', { nullable: true }) paidBy: string | null;
  @Column('timestamptz', { nullable: true }) paidAt: Date | null;
  /** The bank sent the payment back: it is held again, and asked for anew. */
  @Column('date', { nullable: true }) returnedOn: Day | null;
  @Column('uuid', { nullable: true }) returnedBy: string | null;
  @Column('timestamptz', { nullable: true }) returnedAt: Date | null;
  @Column('text', { nullable: true }) returnReason: string | null;
}
