import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A print beyond the limit, asked for by one person and decided by another. */
@Entity()
export class PrintRequest {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') paperId: string;
  @Column('text') reason: string;
  @Column('timestamptz') askedAt: Date;
  @Column('text') askedBy: string;
  @Column('uuid') askedAccountId: string;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) decidedBy: string | null;
  @Column('uuid', { nullable: true }) decidedAccountId: string | null;
  @Column('boolean', { nullable: true }) approved: boolean | null;
  @Column('integer', { nullable: true }) copyNumber: number | null;
}
