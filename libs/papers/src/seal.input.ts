import { IsString, Length, Matches } from 'class-validator';
import { RealDay } from '#platform';

/** A seal to be registered. */
export class SealInput {
  @Matches(/^\d{12}$/, { message: '机构代码是 12 位数字。' })
  officeCode: string;
  @IsString({ message: '请填印章上的单位全称。' })
  @Length(4, 22, { message: '单位全称 4 到 22 个字。' })
  officeName: string;
  @IsString({ message: '请填印章下方的字。' })
  @Length(2, 8, { message: '下方的字 2 到 8 个。' })
  foot: string;
  @RealDay({ message: '请填启用日期。' })
  validFrom: string;
}

export class SealEndInput {
  @RealDay({ message: '请填停用日期。' })
  validTo: string;
  @IsString({ message: '请写停用的原因。' })
  @Length(2, 200, { message: '请写停用的原因，2 到 200 字。' })
  reason: string;
}
