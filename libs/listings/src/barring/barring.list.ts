import { type Actor, holds, speaksFor } from '#kernel';
import { List, type Scope, column, maybe, oneOf, stateWords } from '#platform';
import { barringStates } from './barring-states.workflow.js';
import { barringLabels as labels } from './barring.words.js';
import { barringWorkflow } from './barring.workflow.js';

/** Who sees a bar beside the party itself; nothing of it is public, for no source lets it be. */
export const barringReaders = ['county_reviewer', 'county_director', 'supervisor'] as const;

/** Bars of every state, the latest first. */
export const barringList = new List({
  name: 'barrings',
  at: '/barrings',
  from: 'barring b',
  id: 'b.id',
  fields: {
    id: column.text('b.id'),
    number: maybe(column.text('b.number')),
    party: column.text('b.party_name'),
    state: column.code('b.state', stateWords(barringWorkflow)),
    lotNumber: column.text('b.lot_number'),
    place: column.text('b.place'),
    fromDay: maybe(column.day('b.from_day')),
    untilDay: maybe(column.day('b.until_day')),
    proposedAt: column.moment('b.proposed_at'),
  },
  filters: { state: oneOf('b.state', Object.keys(barringStates)) },
  sorts: {
    newest: { sql: 'b.proposed_at', type: 'timestamptz', down: true },
    ending: { sql: `coalesce(b.until_day, 'infinity')`, type: 'date' },
  },
  words: { text: `search_plain(concat_ws(' ', b.number, b.decision_number, b.party_name, b.lot_number))` },
  labels,
  chips: { filter: 'state' },
});

/** The county's desks see all, a party its own, everybody else none. */
export function barringsOf(me: Actor): Scope {
  if (holds(me, ...barringReaders)) return { name: 'county', where: () => 'true' };
  const party = speaksFor(me);
  return party === null
    ? { name: 'none', where: () => 'false' }
    : { name: 'own', where: (say) => `b.party_id = ${say(party)}` };
}
