import { type Rule, addDays, blocker, dayOf, daysBetween, formatDay } from '#kernel';
import type { TransferFacts } from './transfer.facts.js';

/** Days before its end in which a page warns that a reservation runs out. */
const warnedDays = 30;

/**
 * Until a contract is signed, an application keeps land from others for so long and no longer: a desk that never answers
 * must not hold it for ever (领域规则 7 之 1：受理即占用，占用有期限). What is signed is kept whatever the day says.
 */
export const reservationOver: Rule<TransferFacts> = ({ right }, { now }) =>
  right?.standing === 'reserved' && right.reservedUntil <= now
    ? undefined
    : blocker('reservation-over', '占用地块的时间还没有到。', '平台规则 占-02');

/** Said on the page of a case that has not come to a contract, a month before its land is free again. */
export function reservationWarning({ right, record, today, parameters }: TransferFacts): string[] {
  const signed = record.signedOn !== null;
  if (right?.standing !== 'reserved' || signed) return [];
  const last = addDays(dayOf(right.reservedUntil), -1);
  const left = daysBetween(today, last);
  if (left > warnedDays) return [];
  return [
    `占用地块最多 ${parameters.reservationDays} 天，到 ${formatDay(last)}为止；到时还没有签合同，本案失效，地块放开。`,
  ];
}
