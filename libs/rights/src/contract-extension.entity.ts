import type { Day } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** 延包合同: the law grants thirty years more, but each household's extension must be signed (承包法第二十一条). */
@Entity()
export class ContractExtension {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') contractId: string;
  @Column('date') termFrom: Day;
  @Column('date') termTo: Day;
  @Column('date') signedOn: Day;
  @Column('date') registeredOn: Day;
}
