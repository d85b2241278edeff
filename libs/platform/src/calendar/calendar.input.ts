import { Transform } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, Length, Matches, MaxLength, Min, Max } from 'class-validator';
import { RealDay } from '../real-day.js';

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
  @RealDay({ message: '请填从哪天起：年、月、日。' })
  from: string;

  @IsOptional()
  @RealDay({ message: '请填到哪天止：年、月、日。' })
  to?: string;

  @IsString({ message: '请写原因，例如：暴雪停止办公。' })
  @Length(2, 50, { message: '请写原因，例如：暴雪停止办公。' })
  reason: string;

  @IsString({ message: '请写发文机关。' })
  @Length(2, 100, { message: '请写发文机关。' })
  authority: string;

  @IsString({ message: '请写文号。' })
  @Length(2, 60, { message: '请写文号，例如：商政办发〔2026〕12 号。' })
  documentNumber: string;

  @Matches(/^\d{12}$/, { message: '请选哪里停止办公。' })
  officeCode: string;
}
