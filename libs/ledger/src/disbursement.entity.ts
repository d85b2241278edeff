import type { Day, Fen } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Money that leaves: asked for by one person, approved by another, then paid by bank slip. */
@Entity()
export class Disbursement {
  @PrimaryColumn('uuid') id: string;
  @Column('text') subject: string;
  @Column('uuid') subjectId: string;
  /** A release goes back to who paid in, a claim to who was harmed. */
  @Column('text') kind: 'release' | 'claim';
  /** The part of its subject's schedule that it is, if there is one. */
  @Column('int', { nullable: true }) tranche: number | null;
  @Column('bigint') amountFen: Fen;
  @Column('text') reason: string;
  /** The receipt whose account a release goes back to. */
  @Column('uuid', { nullable: true }) receiptId: string | null;
  @Column('text') payeeName: string;
  @Column('text') payeeBank: string;
  @Column('text') payeeAccountSealed: string;
  @Column('text') payeeAccountTail: string;
  /** Null where a rule orders it back. */
  @Column('uuid', { nullable: true }) requestedBy: string | null;
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
