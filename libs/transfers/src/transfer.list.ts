import { type Actor, scopesOf } from '#kernel';
import { List, type RowOf, type Scope, column, maybe, ofOffice, oneOf, under, stateWords } from '#platform';
import { termHeads } from './agreed.js';
import { transferKinds } from './transfer.words.js';
import { transferWorkflow } from './transfer.workflow.js';
import { transferLabels } from './transfer.words.js';

const states = stateWords(transferWorkflow);

/** Cases a reader may see, newest first. */
export const transferList = new List({
  name: 'transfers',
  at: '/transfers',
  from: 'transfer t',
  id: 't.id',
  fields: {
    id: column.text('t.id'),
    number: maybe(column.text('t.number')),
    state: column.code('t.state', states),
    stateSince: column.moment('t.state_since'),
    dueAt: maybe(column.due('t.due_at')),
    officeCode: column.text('t.office_code'),
    place: column.text('t.place'),
    kind: column.code('t.kind', transferKinds),
    transferor: column.text('t.transferor_name'),
    transferee: column.text('t.transferee_name'),
    areaMu: column.mu('t.area_mu'),
    priceFen: column.fen('t.price_fen'),
    termStart: column.day('lower(t.term)'),
    termEnd: column.day('upper(t.term) - 1'),
    round: column.count('t.round'),
    createdAt: column.moment('t.created_at'),
  },
  filters: {
    state: oneOf('t.state', Object.keys(states)),
    kind: oneOf('t.kind', Object.keys(transferKinds)),
    office: under('t.office_code'),
    number: { like: /^.{1,40}$/u, where: (value, say) => `t.number = ${say(value)}` },
  },
  sorts: {
    newest: { sql: 't.created_at', type: 'timestamptz', down: true },
    due: { sql: `coalesce(t.due_at, 'infinity')`, type: 'timestamptz' },
    largest: { sql: 't.area_mu', type: 'numeric', down: true },
  },
  words: { text: 't.search_text', pairs: 't.search_pairs' },
  labels: {
    ...transferLabels,
    fields: { ...transferLabels.fields, ...termHeads },
    filters: {
      state: { label: transferLabels.state.label, choices: { ...transferLabels.state.every, ...states } },
      kind: { label: transferLabels.kind.label, choices: { ...transferLabels.kind.every, ...transferKinds } },
      office: transferLabels.office,
    },
  },
  // The states that most readers look for.
  chips: { filter: 'state', values: ['', 'county_review', 'on_notice', 'correction', 'in_force'] },
  sheet: [
    { field: 'number', width: 24 },
    'stateWord',
    { field: 'dueAt', width: 22 },
    'dueWords',
    { field: 'round', width: 8 },
    { field: 'place', width: 24 },
    { field: 'kind', width: 24 },
    'areaMu',
    'years',
    'priceFen',
    { field: 'transferor', width: 24 },
    { field: 'transferee', width: 30 },
    { field: 'createdAt', width: 18 },
    ...Object.keys(termHeads).map((field) => ({ field, width: 20 })),
  ],
});

/** A row of the list as the database has it. */
export type TransferRow = RowOf<typeof transferList.spec.fields>;

/** Cases that a party takes part in: as who takes the land, who gives it, a member of the household, or its agent today. */
function partyScope(partyId: string | null, today: string): Scope {
  return {
    name: 'party',
    uncounted: true,
    where: (say) => {
      const [party, on] = [say(partyId), say(today)];
      return `(t.transferee_id = ${party} OR t.id IN (
        SELECT tp.transfer_id FROM transfer_parcel tp WHERE tp.grantor_id = ${party}
          OR tp.grantor_id IN (SELECT household_id FROM member WHERE person_id = ${party})
          OR tp.grantor_id IN (SELECT principal_id FROM power_of_attorney
            WHERE agent_id = ${party} AND revoked_at IS NULL AND ${on} BETWEEN valid_from AND valid_to)))`;
    },
    // A party does not find a case by the name of another household.
    words: { text: `search_plain(concat_ws(' ', t.number, t.place, t.transferee_name))` },
  };
}

/** Staff see the cases of their place; who acts for a person at the counter, and parties themselves, see that person's. */
export function scopeOfTransfers(me: Actor, today: string): Scope {
  const partyId = me.assisting?.partyId ?? me.partyId;
  return me.kind === 'staff' && me.assisting === null
    ? ofOffice('t.office_code', ...scopesOf(me))
    : partyScope(partyId, today);
}
