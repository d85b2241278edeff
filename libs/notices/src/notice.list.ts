import { List, type RowOf, column, maybe, named, oneOf, ranged, sqlNames, stateWords } from '#platform';
import { noticeWorkflow, openNoticeStates } from './notice.workflow.js';
import { noticeFaults, noticeKinds, noticeLabels } from './notice.words.js';

/** Areas as people ask for them; bounds in mu. */
const areaBands = {
  '0-10': { from: '0', to: '10' },
  '10-50': { from: '10', to: '50' },
  '50-200': { from: '50', to: '200' },
  '200-': { from: '200', to: null },
};

const open = `state IN (${sqlNames(openNoticeStates)})`;

/** The public list: what one may still object to, ending soonest first, or everything that was ever published, newest first. */
export const noticeList = new List({
  name: 'notices',
  at: '/notices',
  from: 'notice',
  id: 'id',
  fields: {
    id: column.text('id'),
    number: column.text('number'),
    title: column.text('title'),
    kind: column.code('kind', noticeKinds),
    town: column.text('town'),
    village: column.text('village'),
    parties: maybe(column.text('parties')),
    areaMu: column.mu('area_mu'),
    state: column.code('state', stateWords(noticeWorkflow)),
    periodStart: maybe(column.day('period_start')),
    lastDay: maybe(column.day('ends_on')),
    dueAt: maybe(column.due('due_at')),
    publishedAt: column.moment('published_at'),
    version: column.count('version'),
  },
  where: 'published_at IS NOT NULL',
  filters: {
    town: {
      like: /^(\d{9}|\d{12})$/,
      fault: noticeFaults.town,
      where: (value, say) => `left(office_code, 9) = ${say(value.slice(0, 9))}`,
    },
    village: { like: /^\d{12}$/, fault: noticeFaults.village, where: (value, say) => `office_code = ${say(value)}` },
    kind: { ...oneOf('kind', Object.keys(noticeKinds)), fault: noticeFaults.kind },
    band: { ...ranged('area_mu', areaBands), fault: noticeFaults.band },
    state: { ...named({ ended: `NOT (${open})`, all: 'true' }, open), fault: noticeFaults.state },
  },
  sorts: {
    ending: { sql: 'ends_on', type: 'date' },
    newest: { sql: 'published_at', type: 'timestamptz', down: true },
    largest: { sql: 'area_mu', type: 'numeric', down: true },
  },
  sort: ({ state }) => (state === '' ? 'ending' : 'newest'),
  words: { text: 'search_text', pairs: 'search_pairs', few: ({ state }) => state === '' },
  labels: {
    ...noticeLabels,
    filters: {
      ...noticeLabels.filters,
      kind: { label: noticeLabels.kind, choices: { ...noticeLabels.every, ...noticeKinds } },
    },
  },
  // Names are left out: what a reader has copied cannot be archived.
  feed: {
    record: '/notices',
    title: 'notices/entry-title',
    summary: 'notices/entry',
    published: 'published_at',
    updated: `greatest(published_at, state_since, (SELECT max(h.moment) FROM step_history h
      WHERE h.subject = 'notice' AND h.subject_id = notice.id::text AND h.action = 'extend'))`,
    sort: 'newest',
  },
  sheet: [
    { field: 'number', width: 26 },
    'town',
    { field: 'village', width: 20 },
    { field: 'kind', width: 20 },
    'areaMu',
    { field: 'parties', width: 44 },
    'publishedAt',
    'periodStart',
    'lastDay',
    'state',
    'dueWords',
    { field: 'version', width: 8 },
  ],
});

/** A row of the public list as the database has it. */
export type NoticeRow = RowOf<typeof noticeList.spec.fields>;
