import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { assistedEnds, identityReadings } from './assisted.words.js';

export type IdentityReading = keyof typeof identityReadings;
export type AssistedEnd = keyof typeof assistedEnds;

/** A clerk acts for a person who stands at the counter: nobody ever shares a password. */
@Entity()
export class AssistedSession {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') clerkAccountId: string;
  @Column('text') clerkName: string;
  @Column('varchar', { length: 12 }) officeCode: string;
  /** The party that acts: the person, or the household or body the person represents. */
  @Column('uuid') partyId: string;
  /** The person who is present. */
  @Column('uuid') personId: string;
  @Column('text') identityRead: IdentityReading;
  @Column('text') witness: string;
  /** What was read aloud to the person. */
  @Column('text') readAloud: string;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endReason: AssistedEnd | null;
}
