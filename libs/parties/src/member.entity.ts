import type { Day } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** GB/T 4761 as the register uses it; other codes are shown as they stand. */
export const relations: Readonly<Record<string, string>> = {
  '01': '本人', '02': '户主', '10': '配偶', '20': '子', '30': '女', '41': '孙子', '42': '孙女', '51': '父亲', '52': '母亲',
  '71': '兄', '72': '弟', '73': '姐', '74': '妹', '95': '非亲属', '97': '其他亲属', '99': '其他',
}; // prettier-ignore

/** NY/T 2539-2016, C.18. */
export const memberNotes: Readonly<Record<string, string>> = {
  '1': '外嫁女', '2': '入赘男', '3': '在校大学生', '4': '国家公职或现役军人', '5': '服刑人员', '6': '常住人口', '7': '外出务工', '8': '其他',
}; // prettier-ignore

/** A person's place in a household, through time. */
@Entity()
export class Member {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') householdId: string;
  @Column('uuid') personId: string;
  @Column('varchar', { length: 2 }) relation: string;
  /** SFGYR: shares the right, so nothing is given away without this person's consent. */
  @Column('boolean') coRight: boolean;
  @Column('varchar', { length: 1, nullable: true }) noteCode: string | null;
  @Column('date', { nullable: true }) validFrom: Day | null;
  @Column('date', { nullable: true }) validTo: Day | null;
}
