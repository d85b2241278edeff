import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { consentMethods } from './party.words.js';

export type ConsentMethod = keyof typeof consentMethods;

/** One person's consent to one thing, with the words that were read and their hash. */
@Entity()
export class Consent {
  @PrimaryGeneratedColumn('uuid') id: string;
  /** What is consented to: the table's name and the record's id. */
  @Column('text') aboutKind: string;
  @Column('uuid') aboutId: string;
  @Column('uuid') householdId: string;
  @Column('uuid') personId: string;
  @Column('text') statement: string;
  @Column('char', { length: 64 }) statementSha256: string;
  @Column('text') method: ConsentMethod;
  @Column('text', { nullable: true }) witness: string | null;
  @Column('boolean') readAloud: boolean;
  @Column('uuid', { nullable: true }) evidenceFileId: string | null;
  @Column('uuid', { nullable: true }) assistedSessionId: string | null;
  @Column('timestamptz') givenAt: Date;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('text', { nullable: true }) withdrawalReason: string | null;
  /** The signed paper by which it was taken back, where it was paper. */
  @Column('uuid', { nullable: true }) withdrawalFileId: string | null;
}
