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
