import { CountField, DayField, MomentField } from '../fields/fields.js';

const days = { most: 500, refusal: '请填 1 到 500 的整数。' } as const;
const working = { ...days, unit: '个工作日', hint: '周末、放假自动跳过' } as const;

export class DaysInput {
  @CountField('过几天', days) days: number;
}

export class WorkingDaysInput {
  @CountField('过几个工作日', working) workingDays: number;
}

export class MomentInput {
  @MomentField('拨到哪一刻', { refusal: '时刻要带时区，例如 2026-09-28T09:00+08:00。' }) moment: string;
}

/** The page's three forms: each sends one of these. */
export class ClockInput {
  @CountField('过几天', { ...days, optional: true, unasked: true }) days?: number;
  @CountField('过几个工作日', { ...working, optional: true }) workingDays?: number;

  @DayField('拨到哪一天', { optional: true, hint: '拨到那天上午 9:00', refusal: '请填拨到哪一天：年、月、日。' })
  to?: string;
}
