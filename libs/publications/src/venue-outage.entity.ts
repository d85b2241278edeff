import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A span in which a venue could not be read: screen off, board torn down. Counts only once the county has confirmed it. */
@Entity()
export class VenueOutage {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') postingId: string;
  @Column('timestamptz') beganAt: Date;
  @Column('timestamptz') endedAt: Date;
  @Column('text') reason: string;
  @Column('text') reportedBy: string;
  @Column('timestamptz') reportedAt: Date;
  @Column('text', { nullable: true }) confirmedBy: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  /** Working days that were lost, as counted when it was confirmed. */
  @Column('int', { nullable: true }) lostWorkingDays: number | null;
}
