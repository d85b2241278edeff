import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { type IdentityReading, identityReadings } from './assisted-session.entity.js';

const text = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** What the clerk confirms before acting for a person who is present. */
export class AssistanceInput {
  @text
  @IsString()
  @Length(15, 24, { message: '请读身份证，或照着填 18 位号码' })
  identityNumber!: string;

  /** As on the card; with it a person who is not in the register yet is entered. */
  @IsOptional()
  @text
  @IsString()
  @Length(2, 50, { message: '姓名写 2 到 50 个字' })
  name?: string;

  @IsIn(Object.keys(identityReadings), { message: '请选怎么核对的身份证' })
  identityRead!: IdentityReading;

  /** The household or body the person stands for; without it the person's own household, if there is one. */
  @IsOptional()
  @text
  @Matches(/^[0-9A-Z]{17,19}$/, { message: '承包方代码是 18 位，单位填统一社会信用代码' })
  actsFor?: string;

  @text
  @IsString()
  @Length(2, 50, { message: '请填见证人姓名，见证人不能是您自己' })
  witness!: string;

  @text
  @IsString()
  @Length(4, 500, { message: '请写念了什么给本人听' })
  readAloud!: string;
}
