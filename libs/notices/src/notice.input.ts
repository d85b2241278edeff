import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { RealDay, RealMoment } from '#platform';
import { type VenueKind, venueKinds } from '#publications';

/** A box that was ticked sends 'yes'; a program sends true. */
export const ticked = ({ value }: { value: unknown }): unknown =>
  value === 'yes' || value === 'true' ? true : value === undefined ? false : value;

const text = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);
const time = /^([01]?\d|2[0-3])[:：][0-5]\d$/;
const timeText = '几点要写成 08:30 这样';
const momentText = '时间要带日期和时区，例如 2026-09-30T10:40+08:00';

export class ProofInput {
  /** When it was put up; now, if nothing is said. */
  @IsOptional() @RealMoment({ message: momentText }) postedAt?: string;
  /** Of several villages, the one whose board it is. */
  @IsOptional() @Matches(/^\d{12}$/, { message: '村代码是 12 位数字' }) place?: string;
  @IsOptional() @Matches(/^-?\d{1,3}\.\d{1,8}$/, { message: '经度不对' }) longitude?: string;
  @IsOptional() @Matches(/^-?\d{1,2}\.\d{1,8}$/, { message: '纬度不对' }) latitude?: string;
}

export class CheckInput {
  @IsOptional() @Matches(/^\d{12}$/, { message: '代码是 12 位数字' }) place?: string;
  @Transform(ticked) @IsBoolean({ message: '还在不在' }) inPlace: boolean;
  @IsOptional() @IsString() @MaxLength(200) remark = '';
}

export class DarkInput {
  @IsIn(Object.keys(venueKinds).filter((kind) => kind !== 'website'), { message: '选一处公示场所' }) venue: VenueKind;
  @IsOptional() @Matches(/^\d{12}$/, { message: '代码是 12 位数字' }) place?: string;
  @IsOptional() @RealMoment({ message: momentText }) from?: string;
  @IsOptional() @RealMoment({ message: momentText }) to?: string;
  @IsOptional() @RealDay({ message: '日期不对' }) fromDay?: string;
  @IsOptional() @Matches(time, { message: timeText }) fromTime?: string;
  @IsOptional() @RealDay({ message: '日期不对' }) toDay?: string;
  @IsOptional() @Matches(time, { message: timeText }) toTime?: string;
  @IsString() @Length(2, 200, { message: '写明怎么中断的' }) @Transform(text) reason: string;
}

export class ErratumInput {
  @IsString() @Length(1, 60, { message: '写明错的字，最多 60 个字' }) wrong: string;
  @IsString() @Length(1, 60, { message: '写明对的字，最多 60 个字' }) right: string;
  @IsString() @Length(2, 200, { message: '写明怎么错的' }) @Transform(text) reason: string;
}

export class TerminalInput {
  @IsString() @Length(2, 40, { message: '给屏幕起个名字' }) @Transform(text) name: string;
  @IsIn(['screen_county', 'screen_town'], { message: '县中心的屏幕，还是镇交易所的屏幕' }) kind:
    'screen_county' | 'screen_town';
}
