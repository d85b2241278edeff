import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whose a number is was asked, with a reason, and opened by a second person. */
@Entity()
export class AuctionUnsealing {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') auctionId: string;
  @Column('int') number: number;
  @Column('text') reason: string;
  @Column('text') rule: string;
  @Column('timestamptz') askedAt: Date;
  @Column('text') askedBy: string;
  @Column('uuid') askedAccountId: string;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('text', { nullable: true }) openedBy: string | null;
  @Column('uuid', { nullable: true }) openedAccountId: string | null;
}
