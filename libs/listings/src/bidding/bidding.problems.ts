import { type Day, type FieldError, formatDay } from '#kernel';

const fault = (field: string, detail: string): FieldError => ({ pointer: `#/${field}`, detail });

/** What is wrong with the start of a bidding. */
export const startFaults = {
  tooSoon: (first: Day, days: number): FieldError =>
    fault('startsOn', `开始以前至少公告 ${days} 个工作日，最早 ${formatDay(first)}`),
  restDay: (): FieldError => fault('startsOn', '这一天不上班，竞价选在工作日开始'),
  hour: (from: string, until: string): FieldError => fault('startsTime', `竞价在 ${from} 到 ${until} 之间开始`),
} as const;
