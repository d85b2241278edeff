import {
  addDays,
  capitalYuan,
  day,
  dayOf,
  fen,
  formatDay,
  formatMoment,
  formatMu,
  formatShortDay,
  formatYuan,
  instant,
  mu,
  startOf,
  weekdayName,
} from '#kernel';

/** 2026-11-01 as papers write it; the thin gaps beside the figures come from the typesetting. */
export function dayText(text: string): string {
  return formatDay(day(text));
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

/** A deadline at midnight is the end of the day before: 9月28日（周一）24:00. */
export function untilText(text: string): string {
  if (!isMoment(text)) return text;
  const at = instant(text);
  const midnight = startOf(dayOf(at)).getTime() === at.getTime();
  const last = addDays(dayOf(at), -1);
  return midnight ? `${formatShortDay(last)}（${weekdayName(last)}）24:00` : formatMoment(at);
}
