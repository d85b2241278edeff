import type { Fen } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A part of a deposit that goes back on its own condition; the last part is whatever remains. */
@Entity()
export class DepositTranche {
  @PrimaryColumn('uuid') depositId: string;
  @PrimaryColumn('int') ordinal: number;
  @Column('text') label: string;
  @Column('bigint') amountFen: Fen;
}
