import { capitalYuan, day, formatDay, formatMu, formatYuan, fen, mu } from '#kernel';

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
