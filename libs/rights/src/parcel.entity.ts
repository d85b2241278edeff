import type { Mu } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** 承包地块. Its code is opaque: today's town is `officeCode`, never the digits. */
@Entity()
export class Parcel {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('varchar', { length: 19 }) code: string;
  @Column('varchar', { length: 14 }) issuerCode: string;
  /** The contract that runs, or the first to come; null for land of the collective that is not contracted out. */
  @Column('uuid', { nullable: true }) contractId: string | null;
  @Column('text') name: string;
  @Column('text') east: string;
  @Column('text') south: string;
  @Column('text') west: string;
  @Column('text') north: string;
  @Column('numeric', { precision: 15, scale: 4 }) contractMu: Mu;
  @Column('numeric', { precision: 15, scale: 4, nullable: true }) measuredMu: Mu | null;
  /** C.6: 30 collective, 31 villager group, 32 village, 33 township. */
  @Column('varchar', { length: 2 }) ownership: string;
  /** C.7: 10 contracted, 21 private plot, 22 reserve, 23 reclaimed. */
  @Column('varchar', { length: 2 }) category: string;
  /** GB/T 21010-2017, four digits. */
  @Column('varchar', { length: 4 }) landClass: string;
  @Column('varchar', { length: 2, nullable: true }) grade: string | null;
  /** C.9: 1 crops, 2 forestry, 3 livestock, 4 fishery, 5 other. */
  @Column('varchar', { length: 1 }) landUse: string;
  /** SFJBNT 1. */
  @Column('boolean') basicFarmland: boolean;
  @Column('varchar', { length: 12 }) officeCode: string;
  @Column('varchar', { length: 12 }) bornOfficeCode: string;
  @Column('boolean') legacy: boolean;
  @Column('text', { nullable: true }) legacyReason: string | null;
}
