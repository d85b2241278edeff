import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { RealDay } from '#platform';

/** A letter by which a household lets somebody speak for it. */
export class MandateFormInput {
  @IsUUID(undefined, { message: '选哪一户' }) householdId: string;
  @IsString({ message: '写代理人姓名' }) @Length(2, 30, { message: '代理人姓名写 2 到 30 个字' }) agentName: string;
  @IsString({ message: '写代理人身份证号' }) @MaxLength(24, { message: '身份证号是 18 位' }) agentIdNumber: string;
  @IsIn(['negotiate_and_sign', 'negotiate_only'], { message: '选委托他做什么' }) powers:
    'negotiate_and_sign' | 'negotiate_only';
  @RealDay({ message: '写委托到哪天，年 月 日' }) validTo: string;
  @IsOptional() @IsString() @MaxLength(30, { message: '见证人最多 30 个字' }) witness?: string;
  @IsOptional() @IsIn(['yes']) readAloud?: 'yes';
}
