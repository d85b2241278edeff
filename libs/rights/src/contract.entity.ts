import type { Day, Mu } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** 承包合同: who contracted what from whom, until when. An extension (延包) or a split's is one of its own that follows another. */
@Entity()
export class Contract {
  @PrimaryGeneratedColumn('uuid') id: string;
  /** 18 digits and J (household) or Q (other mode); the next of a chain may have the same. */
  @Column('varchar', { length: 19 }) code: string;
  @Column('varchar', { length: 14 }) issuerCode: string;
  /** The household, or for other modes any party. */
  @Column('uuid') contractorId: string;
  /** NY/T 2539-2016, C.10: 110 household, 120 other mode. */
  @Column('varchar', { length: 3 }) mode: string;
  @Column('date') termFrom: Day;
  @Column('date') termTo: Day;
  /** Where the household's chain of signed contracts from this one on first breaks; kept by the database. Never thirty plus thirty. */
  @Column('date') endsOn: Day;
  @Column('date', { nullable: true }) signedOn: Day | null;
  /** Legal text: as entered, not recomputed. */
  @Column('numeric', { precision: 15, scale: 4 }) areaMu: Mu;
  @Column('varchar', { length: 32, nullable: true }) certificateCode: string | null;
  /** The contract that it follows, which began before it. */
  @Column('uuid', { nullable: true }) predecessorId: string | null;
  /** YCBHTBM as delivered, whether its contract is registered or not. */
  @Column('varchar', { length: 19, nullable: true }) extendsCode: string | null;
  @Column('boolean') legacy: boolean;
}
