import { type Of, value, view } from '#platform';
import { unsealingParts as parts } from './unsealing.words.js';

/** Told once, to who opened it. */
export const openedNumberView = view(
  'OpenedNumber',
  {
    auctionId: value.id(),
    number: value.count(parts.number),
    party: value.text(parts.party),
    reason: value.text(parts.reason),
  },
  parts.told,
);
export type OpenedNumber = Of<typeof openedNumberView>;

/** Told to everybody once the auction is over. */
export const unsealingView = view(
  'AuctionUnsealing',
  { number: value.count(parts.number), reason: value.text(parts.reason), openedAt: value.moment(parts.openedAt) },
  parts.title,
);
export type UnsealingTold = Of<typeof unsealingView>;
