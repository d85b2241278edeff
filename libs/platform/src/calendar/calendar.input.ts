import { Transform } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, Matches, MaxLength, Min, Max } from 'class-validator';
import type { Day } from '#kernel';
import { DayField, TextField } from '../fields/fields.js';

const text = ({ value }: { value: unknown }): unknown => (typeof value === 'number' ? String(value) : value);

/** A question to the calendar; what is wrong with it is said in words by the service. */
export class DeadlineQuestion {
  @IsOptional()
  @MaxLength(30, { message: '起始日太长了。' })
  start?: string;

  @IsOptional()
  @Transform(text)
  @MaxLength(12, { message: '工作日数太长了。' })
  workingDays?: string;

  /** An office's 12-digit code: counts its local closures too. */
  @IsOptional()
  @Matches(/^\d{12}$/, { message: '机构代码是 12 位数字。' })
  office?: string;

  // A form sends a date in three parts, which the controller joins.
  @IsOptional()
  'start.year'?: string;
  @IsOptional()
  'start.month'?: string;
  @IsOptional()
  'start.day'?: string;
}

/** A year's notice in the form of data/holidays: as the body itself, as text, or as an uploaded file. */
export class YearInput {
  @IsOptional()
  @IsString({ message: '通知内容要是文字。' })
  @MaxLength(200_000, { message: '通知内容太长了。' })
  content?: string;

  @IsOptional()
  @IsInt({ message: '年份是整数。' })
  @Min(2004, { message: '年份从 2004 年起。' })
  @Max(2200, { message: '年份太远了。' })
  year?: number;

  @IsOptional()
  @IsArray({ message: 'papers 是通知网址的列表。' })
  papers?: unknown[];

  @IsOptional()
  @IsArray({ message: 'days 是日期的列表。' })
  days?: unknown[];
}

/** A local order that closes offices. */
export class ClosureInput {
  @DayField('从哪天起', { refusal: '请填从哪天起：年、月、日。' }) from: Day;

  @DayField('到哪天止', { optional: true, hint: '只有一天就不填', refusal: '请填到哪天止：年、月、日。' }) to?: Day;

  @TextField('原因', { length: [2, 50], hint: '例如：暴雪停止办公', refusal: '请写原因，例如：暴雪停止办公。' })
  reason: string;

  @TextField('发文机关', { refusal: '请写发文机关。' }) authority: string;
  @TextField('文号', { length: [2, 60], refusal: '请写文号，例如：商政办发〔2026〕12 号。' }) documentNumber: string;

  @TextField('哪里停止办公', {
    ...{ length: [12, 12], pattern: /^\d{12}$/, digits: true, refusal: '请选哪里停止办公。' },
    hint: '机构代码 12 位：全县 370126000000，一个镇 370126101000',
  })
  officeCode: string;
}
