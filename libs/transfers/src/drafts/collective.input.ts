import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min } from 'class-validator';

const dayText = /^\d{4}-\d{2}-\d{2}$/;
const people = { message: '写人数，整数' };

/** What the minutes of the collective say. */
export class DecisionFormInput {
  @IsIn(['member_assembly', 'village_assembly', 'village_representatives'], { message: '选哪个会开的会' })
  decidingBody: 'member_assembly' | 'village_assembly' | 'village_representatives';

  @Matches(dayText, { message: '写哪天通知的，年 月 日' }) calledOn: string;
  @Matches(dayText, { message: '写哪天决议的，年 月 日' }) decidedOn: string;
  @Type(() => Number) @IsInt(people) @Min(1, people) @Max(100000, people) electorate: number;
  @Type(() => Number) @IsInt(people) @Min(0, people) @Max(100000, people) attended: number;
  @Type(() => Number) @IsInt(people) @Min(0, people) @Max(100000, people) inFavour: number;
  @Type(() => Number) @IsInt(people) @Min(0, people) @Max(100000, people) opposed: number;
  @IsOptional() @IsIn(['yes']) toOutsiders?: 'yes';
}

/** The township's approval of a decision in favour of outsiders. */
export class TownshipApprovalInput {
  @IsString({ message: '写批准文号' }) @Length(2, 60, { message: '批准文号写 2 到 60 个字' }) number: string;
  @Matches(dayText, { message: '写哪天批准的，年 月 日' }) approvedOn: string;
}

/** A letter by which a household lets somebody speak for it. */
export class MandateFormInput {
  @IsUUID(undefined, { message: '选哪一户' }) householdId: string;
  @IsString({ message: '写代理人姓名' }) @Length(2, 30, { message: '代理人姓名写 2 到 30 个字' }) agentName: string;
  @IsString({ message: '写代理人身份证号' }) @MaxLength(24, { message: '身份证号是 18 位' }) agentIdNumber: string;
  @IsIn(['negotiate_and_sign', 'negotiate_only'], { message: '选委托他做什么' }) powers:
    'negotiate_and_sign' | 'negotiate_only';
  @Matches(dayText, { message: '写委托到哪天，年 月 日' }) validTo: string;
  @IsOptional() @IsString() @MaxLength(30, { message: '见证人最多 30 个字' }) witness?: string;
  @IsOptional() @IsIn(['yes']) readAloud?: 'yes';
}
