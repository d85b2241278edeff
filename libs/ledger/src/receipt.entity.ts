import type { Day, Fen } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Money that came in by one bank slip. Append-only: a slip is recorded once, and not corrected but returned. */
@Entity()
export class Receipt {
  @PrimaryColumn('uuid') id: string;
  @Column('text') subject: string;
  @Column('uuid') subjectId: string;
  @Column('text') slipNumber: string;
  @Column('bigint') amountFen: Fen;
  @Column('text') payerName: string;
  @Column('text') payerBank: string;
  @Column('text') payerAccountSealed: string;
  /** The last four digits, which a page may show. */
  @Column('text') payerAccountTail: string;
  @Column('date') paidOn: Day;
  /** The hour on the slip, `HH:MM:SS`; null where nobody asked. */
  @Column('char', { length: 8, nullable: true }) paidTime: string | null;
  @Column('uuid') scanId: string;
  @Column('uuid') transactionId: string;
  @Column('uuid', { nullable: true }) recordedBy: string | null;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}
