import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';

/** 发包方: the collective, committee or villager group that owns the land; per parcel, not per village (承包法第十三条). */
@Entity()
export class Issuer {
  @Generated('uuid') @Column('uuid') id: string;
  @PrimaryColumn('varchar', { length: 14 }) code: string;
  @Column('text') name: string;
  @Column('text') head: string;
  @Column('varchar', { length: 12 }) officeCode: string;
  @Column('varchar', { length: 12 }) bornOfficeCode: string;
  /** The body with a credit code, where it is known. */
  @Column('uuid', { nullable: true }) bodyId: string | null;
  @Column('boolean') legacy: boolean;
}
