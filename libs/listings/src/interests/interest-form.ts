import { type Actor, holds, plainYuan, speaksFor } from '#kernel';
import type { RecordForm } from '#platform';
import { biddingRulesOf } from '../bidding/bidding-rules.js';
import type { ListingFacts } from '../listing.facts.js';
import { priceUnits } from '../right-kinds.words.js';

/** Whoever may speak for a party, and the town for who brings it in writing. */
export function takesInterest({ record }: ListingFacts, me: Actor, now: Date): boolean {
  const open = record.state === 'listed' && (record.dueAt === null || now < record.dueAt);
  return open && (speaksFor(me) !== null || holds(me, 'town_trade'));
}

/** Who registers himself is not asked who he is; priority is asked where the rules of the lot know one. */
export function interestForm({ record, parameters }: ListingFacts, me: Actor): RecordForm {
  const { priority } = biddingRulesOf(record, parameters);
  const known: readonly string[] = priority;
  const unasked = [
    ...(speaksFor(me) === null ? [] : ['party']),
    ...(priority.length === 0 ? ['priority', 'proof'] : []),
  ];
  return {
    values: { offerYuan: plainYuan(record.priceFen).replace(/\.00$/, '') },
    fields: (drawn) =>
      drawn
        .filter(({ name }) => !unasked.includes(name))
        .map((field) => {
          if (field.name === 'offerYuan') return { ...field, unit: priceUnits[record.priceUnit] };
          if (field.name !== 'priority') return field;
          // Who claims none leaves it as it stands.
          return {
            ...field,
            options: (field.options ?? []).filter(({ value }) => value === '' || known.includes(value)),
          };
        }),
  };
}
