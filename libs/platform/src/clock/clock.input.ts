import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { RealDay, RealMoment } from '../real-day.js';

const number = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,4}$/.test(value.trim()) ? Number(value) : value;
const wrong = { message: '请填 1 到 500 的整数。' };

export class DaysInput {
  @Transform(number)
  @IsInt(wrong)
  @Min(1, wrong)
  @Max(500, wrong)
  days: number;
}

export class WorkingDaysInput {
  @Transform(number)
  @IsInt(wrong)
  @Min(1, wrong)
  @Max(500, wrong)
  workingDays: number;
}

export class MomentInput {
  @RealMoment({ message: '时刻要带时区，例如 2026-09-28T09:00+08:00。' })
  moment: string;
}

/** The page's three forms: each sends one of these. */
export class ClockInput {
  @IsOptional()
  @Transform(number)
  @IsInt(wrong)
  @Min(1, wrong)
  @Max(500, wrong)
  days?: number;

  @IsOptional()
  @Transform(number)
  @IsInt(wrong)
  @Min(1, wrong)
  @Max(500, wrong)
  workingDays?: number;

  @IsOptional()
  @RealDay({ message: '请填拨到哪一天：年、月、日。' })
  to?: string;
}
