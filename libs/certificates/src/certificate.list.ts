import { type Actor, type Day, openStates, speaksFor, scopesOf } from '#kernel';
import {
  List,
  type RowOf,
  type Scope,
  column,
  endsIn,
  listValue,
  ofOffice,
  sqlNames,
  stateWords,
  under,
  value,
} from '#platform';
import { type CertificateStatus, statusOf, statuses } from './certificate.verdict.js';
import { certificateLabels } from './certificate.words.js';
import { certificateWorkflow } from './certificate.workflow.js';

const open = openStates(certificateWorkflow);
const openSql = `c.state IN (${sqlNames(open)})`;

/** Certificates a reader may see, newest first. */
export const certificateList = new List({
  name: 'certificates',
  at: '/certificates',
  from: 'certificate c',
  id: 'c.id',
  fields: {
    id: column.text('c.id'),
    number: column.text('c.number'),
    state: column.code('c.state', stateWords(certificateWorkflow)),
    holder: column.text('c.holder_name'),
    place: column.text('c.place'),
    areaMu: column.mu('c.area_mu'),
    parcels: column.count('c.parcel_count'),
    termStart: column.day('lower(c.term)'),
    termEnd: column.day('upper(c.term) - 1'),
    issuedAt: column.moment('c.issued_at'),
  },
  filters: {
    // 证书随合同到期自动失效：what is over by its term counts as expired, whatever its record says.
    state: {
      choices: Object.keys(statuses),
      where: (state, say, today) => {
        if (state === 'expired') return `${openSql} AND upper(c.term) <= ${say(today)}::date`;
        const running = open.some((each) => each === state) ? ` AND upper(c.term) > ${say(today)}::date` : '';
        return `c.state = ${say(state)}${running}`;
      },
    },
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
      state: { label: certificateLabels.state.label, choices: { ...certificateLabels.state.every, ...statuses } },
    },
  },
  chips: { filter: 'state' },
  sheet: [
    { field: 'number', width: 28 },
    { field: 'status', width: 20 },
    { field: 'holder', width: 30 },
    { field: 'place', width: 24 },
    'areaMu',
    'parcels',
    'termStart',
    'termEnd',
    { field: 'issuedAt', width: 22 },
  ],
});

/** A page of the list; how a certificate stands is read off the day. */
export const certificatePageView = listValue(certificateList, {
  status: value.code(statuses, certificateLabels.fields.status),
});

type Row = RowOf<typeof certificateList.spec.fields>;
export type CertificateRow = Row & { readonly status: CertificateStatus };

export const certificateRow = (row: Row, today: Day): CertificateRow => ({
  ...row,
  status: statusOf(row.state, row.termEnd, today),
});

/** Staff see the certificates of their places; everybody else, at the counter too, his own. */
export function scopeOfCertificates(me: Actor): Scope {
  if (me.kind === 'staff' && me.assisting === null) return ofOffice('c.office_code', ...scopesOf(me));
  return { name: 'holder', where: (say) => `c.holder_id = ${say(speaksFor(me))}` };
}
