import { type Actor, plainYuan, scopesOf } from '#kernel';
import type { ActPath, FormField, Reader, RecordForm } from '#platform';
import type { ListingFacts } from './listing.facts.js';
import { kindRules } from './right-kinds.rules.js';
import { type RightKind, rightKinds } from '#kernel';
import { passingModes } from './right-kinds.words.js';
import { villagesOf } from './offers/offers.queries.js';
import { rightFields } from './right-offer.js';

/** The form of a kind that the page has named; of none, with the fields of every kind. */
export async function rightForm(_facts: unknown, me: Actor, at: ActPath, reader: Reader): Promise<RecordForm> {
  const kind = at['kind'];
  const villages = await villagesOf(reader, scopesOf(me));
  const known = kind !== undefined && kind in rightKinds ? (kind as RightKind) : null;
  return {
    choices: {
      village: Object.fromEntries(villages.map(({ code, name }) => [code, name])),
      ...(known ? { mode: modesOf(known) } : {}),
    },
    ...(known ? { title: rightKinds[known], values: { kind: known }, fields: ofKind(known) } : {}),
  };
}

/** What was typed before, in the form of its kind. */
export function rightWritten({ record, term }: ListingFacts): RecordForm {
  const { kind, mode, own, payment, crops: use, conditions, priceFen, floorFen, declared } = record;
  const forGood = kindRules[kind].passes[mode]?.forGood ?? false;
  return {
    choices: { mode: modesOf(kind) },
    fields: ofKind(kind),
    values: {
      ...{ ...own, ...declared, mode, payment, use, conditions, startsOn: term.start, endsOn: forGood ? '' : term.end },
      ...{ priceYuan: plainYuan(priceFen), floorYuan: floorFen === priceFen ? '' : plainYuan(floorFen) },
    },
  };
}

const modesOf = (kind: RightKind): Record<string, string> =>
  Object.fromEntries(
    Object.keys(kindRules[kind].passes).map((mode) => [mode, passingModes[mode as keyof typeof passingModes]]),
  );

/** Its own fields alone; what it must have is not said to be left out. */
const ofKind =
  (kind: RightKind) =>
  (drawn: readonly FormField[]): readonly FormField[] =>
    drawn.filter(({ name }) => !(rightFields as readonly string[]).includes(name) || name in kindRules[kind].fields);
