import type { Day, Fen } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { guaranteeKinds } from './deposit.words.js';

export type GuaranteeKind = keyof typeof guaranteeKinds;

/** A bank's guarantee or an insurance that stands for the money (领域规则 3.12). Append-only; a new one follows an old one. */
@Entity()
export class DepositGuarantee {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') depositId: string;
  @Column('text') kind: GuaranteeKind;
  /** The bank or insurer. */
  @Column('text') issuer: string;
  @Column('text') number: string;
  @Column('bigint') amountFen: Fen;
  @Column('date') validFrom: Day;
  @Column('date') validTo: Day;
  @Column('uuid') scanId: string;
  @Column('uuid', { nullable: true }) recordedBy: string | null;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}
