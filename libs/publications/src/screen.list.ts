import { List, column, maybe, oneOf, under } from '#platform';
import { screenLabels } from './screen.words.js';

/** Screens in the halls, place by place. */
export const screenList = new List({
  name: 'screens',
  at: '/screens',
  from: 'terminal t',
  where: 't.retired_at IS NULL',
  id: 't.id',
  fields: {
    id: column.text('t.id'),
    name: column.text('t.name'),
    kind: column.code('t.kind', screenLabels.kinds),
    officeCode: column.text('t.office_code'),
    lastHeartbeat: maybe(column.moment('t.last_heartbeat')),
    shown: column.count('t.shown'),
    registeredAt: column.moment('t.registered_at'),
  },
  filters: {
    kind: oneOf('t.kind', Object.keys(screenLabels.kinds)),
    office: under('t.office_code'),
  },
  sorts: {
    place: { sql: 't.office_code', type: 'text' },
    quiet: { sql: 'coalesce(t.last_heartbeat, t.registered_at)', type: 'timestamptz' },
    shown: { sql: 't.shown', type: 'numeric', down: true },
  },
  words: { text: 'search_plain(t.name)' },
  labels: {
    ...screenLabels,
    filters: {
      kind: { label: screenLabels.kind.label, choices: { ...screenLabels.kind.every, ...screenLabels.kinds } },
      ...screenLabels.filters,
    },
  },
  chips: { filter: 'kind' },
  sheet: [
    { field: 'name', width: 24 },
    'kind',
    { field: 'place', width: 24 },
    { field: 'lastHeartbeat', width: 22 },
    'silentFor',
    'shown',
    { field: 'registeredAt', width: 22 },
  ],
});
