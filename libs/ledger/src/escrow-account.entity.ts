import type { Day } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 风险保障金专户: the bank account of a town into which deposits are paid, from a day on. A new one follows; none is edited. */
@Entity()
export class EscrowAccount {
  @PrimaryColumn('uuid') id: string;
  /** Today's town; a merger rewrites it. */
  @Column('char', { length: 12 }) officeCode: string;
  @Column('char', { length: 12 }) officeCodeBorn: string;
  @Column('text') holder: string;
  @Column('text') bank: string;
  /** In clear: it is an office's account, printed on every demand. */
  @Column('text') number: string;
  @Column('date') validFrom: Day;
  @Column('text') basis: string;
  @Column('uuid', { nullable: true }) setBy: string | null;
  @Column('text') setByName: string;
  @Column('timestamptz') setAt: Date;
}
