import {
  capitalYuan,
  day,
  fen,
  formatDay,
  formatDue,
  formatLastDay,
  formatMoment,
  formatMu,
  formatYuan,
  instant,
  mu,
} from '#kernel';

/** 2026-11-01 as papers write it; the thin gaps beside the figures come from the typesetting. */
export function dayText(text: string): string {
  return formatDay(day(text));
}

/** A day by which something is to be done: 2026年11月1日（含当日）. */
export function lastDayText(text: string): string {
  return formatLastDay(day(text));
}

export function yuanText(amount: string | number): string {
  return formatYuan(fen(amount));
}

/** 金额大写：票据和收据的金额同时写中文大写（支付结算办法附一）。 */
export function capitalText(amount: string | number): string {
  return capitalYuan(fen(amount));
}

export function muText(area: string): string {
  return formatMu(mu(area));
}

const isMoment = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T/.test(text);

/** 10月15日（周四）17:00; a paper of before has it in words. */
export function momentText(text: string): string {
  return isMoment(text) ? formatMoment(instant(text)) : text;
}

/** 9月28日（周一）24:00, for what is due at midnight after it. */
export function untilText(text: string): string {
  return isMoment(text) ? formatDue(instant(text)) : text;
}
