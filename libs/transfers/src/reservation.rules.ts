import { type Day, type Rule, addDays, blocker, dayOf, daysBetween } from '#kernel';
import { holdsLand } from '#rights';
import type { TransferFacts } from './transfer.facts.js';

/** Days before its end in which a page warns that a reservation runs out. */
const warnedDays = 30;

/**
 * Until a contract is signed, an application keeps land from others for so long and no longer: a desk that never answers
 * must not hold it for ever (领域规则 7 之 1：受理即占用，占用有期限). What is signed is kept whatever the day says.
 */
export const reservationOver: Rule<TransferFacts> = ({ right }, { now }) =>
  right?.status === 'reserved' && right.reservedUntil <= now
    ? undefined
    : blocker('reservation-over', '占用地块的时间还没有到。', '平台规则 占-02');

/**
 * The case still holds what it reserved. A shape that came later may have shown that another case holds the same ground
 * under another code: neither goes on to a contract or a right until one of them gives way.
 */
export const landHeld: Rule<TransferFacts> = ({ right, land }) => {
  if (!right || !holdsLand(right))
    return blocker('land-held', '地块的占用已经放开，本案不能再往下办。', '平台规则 占-01');
  return right.status === 'reserved' ? land.underOthers : undefined;
};

/** The last day of a reservation that runs out within a month, of a case that has not come to a contract. */
export function reservationEnds({ right, record, today }: TransferFacts): Day | null {
  if (right?.status !== 'reserved' || record.signedOn !== null) return null;
  const last = addDays(dayOf(right.reservedUntil), -1);
  return daysBetween(today, last) > warnedDays ? null : last;
}
