import { letter } from '#papers';
import type { Interest } from '../interests/interest.entity.js';

/** 不予退还决定书：whose bid won and who did not sign does not get his bid deposit back; the announcement said so (领域规则 1.8). */
export const depositForfeiture = letter(
  'deposit_forfeiture',
  { title: '交易保证金不予退还决定书', word: '农保决' },
  (
    { partyName: party, listingNumber: lotNumber, place, depositFen }: Interest,
    reason: string,
    rule: string,
    phone: string,
  ) => ({
    ...{ party, lotNumber, place, depositFen, reason, rule, phone },
  }),
);
