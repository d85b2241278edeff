import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { type BodyKind, bodyKinds } from './body.entity.js';

/** A person as a counter or a form gives them. */
export class PersonInput {
  @IsString() @Length(1, 50, { message: '请填姓名' }) name: string;
  @IsString() @Length(15, 24, { message: '请填18位身份证号' }) identityNumber: string;
  @IsOptional() @IsString() @Length(0, 20) phone?: string;
  /** Why a number that another person has, or that fails its check, is accepted; needs proof in the case. */
  @IsOptional() @IsString() @Length(2, 200) exception?: string;
}

export class BodyInput {
  @IsString() @Length(2, 100, { message: '请填单位全称' }) name: string;
  @IsIn(Object.keys(bodyKinds), { message: '请选单位类型' }) kind: BodyKind;
  @IsString() @Length(18, 24, { message: '请填18位统一社会信用代码' }) creditCode: string;
  @IsString() @Length(1, 50, { message: '请填法定代表人' }) legalRepresentative: string;
  @IsOptional() @IsString() @Length(0, 20) phone?: string;
  @IsOptional() @IsString() @Length(0, 200) address?: string;
}
