import type { Day, Fen } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { AttorneyPowers } from './power-of-attorney.input.js';

/** 流转委托书: matter, powers and term, in writing (民法典第一百六十五条). */
@Entity()
export class PowerOfAttorney {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') principalId: string;
  @Column('uuid') agentId: string;
  @Column('text') matter: string;
  /** The one matter to which its signers say yes by it; null where it lets somebody deal, and no more. */
  @Column('text', { nullable: true }) aboutKind: string | null;
  @Column('uuid', { nullable: true }) aboutId: string | null;
  /** The words of that matter, and their hash: to other words it says nothing. */
  @Column('text', { nullable: true }) statement: string | null;
  @Column('char', { length: 64, nullable: true }) statementSha256: string | null;
  /** Members with a right who signed it; empty without a matter. */
  @Column('uuid', { array: true }) signedBy: string[];
  @Column('text') powers: AttorneyPowers;
  @Column('text', { array: true }) parcelCodes: string[];
  /** Per mu and year. */
  @Column('bigint', { nullable: true }) minimumPriceFen: Fen | null;
  @Column('boolean') mayRemandate: boolean;
  @Column('date') validFrom: Day;
  @Column('date') validTo: Day;
  @Column('text', { nullable: true }) witness: string | null;
  @Column('boolean') readAloud: boolean;
  /** The signed letter. */
  @Column('uuid') evidenceFileId: string;
  @Column('timestamptz') givenAt: Date;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('text', { nullable: true }) revocationReason: string | null;
}
