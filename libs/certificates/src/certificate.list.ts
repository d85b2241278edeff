import { type Actor, speaksFor, widestScope } from '#kernel';
import { List, type RowOf, type Scope, column, endsIn, ofOffice, oneOf, under, stateWords } from '#platform';
import { certificateLabels } from './certificate.words.js';
import { certificateWorkflow } from './certificate.workflow.js';

const states = stateWords(certificateWorkflow);

/** Certificates a reader may see, newest first. */
export const certificateList = new List({
  name: 'certificates',
  at: '/certificates',
  from: 'certificate c',
  id: 'c.id',
  fields: {
    id: column.text('c.id'),
    number: column.text('c.number'),
    state: column.code('c.state', states),
    holder: column.text('c.holder_name'),
    place: column.text('c.place'),
    areaMu: column.mu('c.area_mu'),
    parcels: column.count('c.parcel_count'),
    termStart: column.day('lower(c.term)'),
    termEnd: column.day('upper(c.term) - 1'),
    issuedAt: column.moment('c.issued_at'),
  },
  filters: {
    state: oneOf('c.state', Object.keys(states)),
    office: under('c.office_code'),
    ends: endsIn('c.term'),
  },
  sorts: {
    newest: { sql: 'c.issued_at', type: 'timestamptz', down: true },
    ending: { sql: 'upper(c.term)', type: 'date' },
    number: { sql: 'c.number', type: 'text' },
    largest: { sql: 'c.area_mu', type: 'numeric', down: true },
  },
  words: { text: 'c.search_text', pairs: 'c.search_pairs' },
  labels: {
    ...certificateLabels,
    filters: {
      ...certificateLabels.filters,
      state: { label: certificateLabels.state.label, choices: { ...certificateLabels.state.every, ...states } },
    },
  },
  chips: { filter: 'state' },
  sheet: [
    { field: 'number', width: 28 },
    { field: 'stateWord', width: 20 },
    { field: 'holder', width: 30 },
    { field: 'place', width: 24 },
    'areaMu',
    'parcels',
    'termStart',
    'termEnd',
    { field: 'issuedAt', width: 22 },
  ],
});

/** A row of the list as the database has it. */
export type CertificateRow = RowOf<typeof certificateList.spec.fields>;

/** Staff see the certificates of their places; everybody else, at the counter too, his own. */
export function scopeOfCertificates(me: Actor): Scope {
  if (me.kind === 'staff' && me.assisting === null) return ofOffice('c.office_code', widestScope(me));
  return { name: 'holder', where: (say) => `c.holder_id = ${say(speaksFor(me))}` };
}
