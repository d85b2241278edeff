import { List, column, endsIn, maybe, named, sqlNames, under } from '#platform';
import { liveEncumbrances } from './encumbrance.entity.js';
import { claims, encumbranceLabels, encumbranceStatuses } from './encumbrance.words.js';

const live = `e.status IN (${sqlNames(liveEncumbrances)})`;
const each = Object.keys(encumbranceStatuses).map((name) => [name, `e.status = '${name}'`]);

/** Mortgages with what they lie on, newest first. */
export const encumbranceList = new List({
  name: 'encumbrances',
  at: '/encumbrances',
  from: `encumbrance e JOIN party g ON g.id = e.mortgagor_id LEFT JOIN contract c ON c.id = e.contract_id
    LEFT JOIN household h ON h.id = c.contractor_id LEFT JOIN management_right r ON r.id = e.right_id`,
  id: 'e.id',
  fields: {
    id: column.text('e.id'),
    mortgagee: column.text('e.mortgagee_name'),
    mortgagor: column.text('g.display_name'),
    officeCode: column.text('e.office_code'),
    claim: column.code('e.claim', claims),
    principalFen: column.fen('e.principal_fen'),
    termStart: column.day('lower(e.term)'),
    termEnd: column.day('upper(e.term) - 1'),
    contractNumber: column.text('e.contract_number'),
    status: column.code('e.status', encumbranceStatuses),
    registeredNumber: maybe(column.text('e.registered_number')),
    registeredOn: maybe(column.day('e.registered_on')),
    overOn: maybe(column.day('e.over_on')),
    onCode: maybe(column.text('c.code')),
    householdId: maybe(column.text('h.id')),
    transferId: maybe(column.text('r.subject_id')),
    recordedAt: column.moment('e.recorded_at'),
  },
  filters: {
    status: named({ live, over: `NOT (${live})`, ...Object.fromEntries(each) }),
    mortgagee: { like: /^.{1,100}$/u, where: (value, say) => `e.mortgagee_name = ${say(value)}` },
    office: under('e.office_code'),
    ends: endsIn('e.term'),
  },
  sorts: {
    newest: { sql: 'e.recorded_at', type: 'timestamptz', down: true },
    ending: { sql: 'upper(e.term)', type: 'date' },
    largest: { sql: 'e.principal_fen', type: 'numeric', down: true },
  },
  words: { text: 'e.search_text', pairs: 'e.search_pairs' },
  labels: {
    ...encumbranceLabels,
    filters: {
      status: {
        label: encumbranceLabels.status.label,
        choices: { ...encumbranceLabels.status.every, ...encumbranceStatuses },
      },
      ...encumbranceLabels.filters,
    },
  },
  chips: { filter: 'status', values: ['', 'live', 'over'] },
  sheet: [
    { field: 'mortgagee', width: 30 },
    { field: 'mortgagor', width: 24 },
    { field: 'place', width: 24 },
    { field: 'onCode', width: 24 },
    'claim',
    'principalFen',
    'termStart',
    'termEnd',
    { field: 'contractNumber', width: 24 },
    { field: 'registeredNumber', width: 24 },
    'registeredOn',
    'status',
    'overOn',
    { field: 'recordedAt', width: 22 },
  ],
});
