import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One copy of an original that left the printer. Only added to. */
@Entity()
export class PaperPrint {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') paperId: string;
  @Column('integer') copyNumber: number;
  /** Empty for the first print alone. */
  @Column('text') reason: string;
  @Column('timestamptz') printedAt: Date;
  @Column('text') printedBy: string;
  @Column('uuid', { nullable: true }) accountId: string | null;
  /** The second person, beyond the limit of prints. */
  @Column('text', { nullable: true }) approvedBy: string | null;
}
