import { bidPriorities, biddingModes } from '#kernel';
import { type Of, value, view } from '#platform';
import type { BiddingRules } from './bidding-rules.js';
import { biddingParts as parts } from './bidding.words.js';

/** How takers bid for a lot, to everybody. */
export const biddingView = view(
  'BiddingRules',
  {
    mode: value.code(biddingModes, parts.mode),
    startFen: value.fen(parts.startFen),
    stepFen: value.fen(parts.stepFen),
    ceilingFen: value.maybe(value.fen(parts.ceilingFen)),
    floorSecret: value.flag(parts.floorSecret),
    freeMinutes: value.count(parts.freeMinutes),
    windowSeconds: value.count(parts.windowSeconds),
    mostExtensions: value.maybe(value.count(parts.mostExtensions)),
    mostSteps: value.maybe(value.count(parts.mostSteps)),
    priority: value.many(value.code(bidPriorities), parts.priority),
  },
  parts.title,
);

export const biddingSeen = (rules: BiddingRules): Of<typeof biddingView> => ({ ...rules });
