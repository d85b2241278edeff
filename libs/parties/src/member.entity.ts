import type { Day } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A person's place in a household, through time. */
@Entity()
export class Member {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') householdId: string;
  @Column('uuid') personId: string;
  @Column('varchar', { length: 2 }) relation: string;
  /** SFGYR: shares the right, so nothing is given away without this person's consent. */
  @Column('boolean') coRight: boolean;
  @Column('varchar', { length: 1, nullable: true }) noteCode: string | null;
  @Column('date', { nullable: true }) validFrom: Day | null;
  @Column('date', { nullable: true }) validTo: Day | null;
  /** When it was entered that this person left; null while a member, and of who left before that was kept. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null = null;
}
