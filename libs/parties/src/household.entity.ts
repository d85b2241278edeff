import type { Day } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The contractor is the household, and all its members share equally (承包法第十六条、第二十四条). */
@Entity()
export class Household {
  /** The party's id. */
  @PrimaryColumn('uuid') id: string;
  @Column('varchar', { length: 19 }) contractorCode: string;
  @Column('varchar', { length: 14 }) issuerCode: string;
  /** Today's village; a merger rewrites it. */
  @Column('varchar', { length: 12 }) officeCode: string;
  /** The village whose code the papers carry. */
  @Column('varchar', { length: 12 }) bornOfficeCode: string;
  @Column('text') address: string;
  @Column('uuid', { nullable: true }) representativeId: string | null;
  /** The code breaks the standard: an old record, kept and to be verified. */
  @Column('boolean') legacy: boolean;
  /** CBFCYSL: how many members the household has by its own record; null where no file said it. */
  @Column('int', { nullable: true }) memberCount: number | null;
  /** The last day of a household without members left. */
  @Column('date', { nullable: true }) endedOn: Day | null;
  @Column('text', { nullable: true }) endReason: string | null;
}
