import { List, type RowOf, column, listValue, maybe, named, stateWords, under, value } from '#platform';
import { importKinds } from '../import/import.words.js';
import { landChangeLabels as labels } from '../land-change.words.js';
import { landChangeWorkflow } from '../land-change.workflow.js';

const states = stateWords(landChangeWorkflow);
const each = Object.keys(states).map((name) => [name, `c.state = '${name}'`]);

/** Changes of the register: those that wait, unless others are asked for, the most urgent first. */
export const landChangeList = new List({
  name: 'land-changes',
  at: '/register/changes',
  from: `land_change c LEFT JOIN deadline d ON d.subject = 'land_change' AND d.subject_id = c.id::text AND d.closed_at IS NULL`,
  id: 'c.id',
  fields: {
    id: column.text('c.id'),
    code: column.text('c.code'),
    source: column.code('c.source', importKinds),
    officeCode: column.text('c.office_code'),
    said: column.text(
      `(SELECT string_agg(d->>'before' || ' → ' || (d->>'after'), '；') FROM jsonb_array_elements(c.differences) d)`,
    ),
    cases:
      column.count(`(SELECT count(DISTINCT o.right_id)::int FROM land_change_parcel l JOIN right_portion o ON o.parcel_id = l.parcel_id
      WHERE l.change_id = c.id AND o.status IN ('reserved', 'active'))`),
    state: column.code('c.state', states),
    stateSince: column.moment('c.state_since'),
    lastDay: maybe(column.day('d.last_day')),
  },
  filters: {
    state: { ...named({ ...Object.fromEntries(each), all: 'true' }), unset: `c.state = 'open'` },
    office: under('c.office_code'),
  },
  sorts: {
    due: { sql: `coalesce(c.due_at, 'infinity')`, type: 'timestamptz' },
    latest: { sql: 'c.state_since', type: 'timestamptz', down: true },
  },
  words: { text: `search_plain(concat_ws(' ', c.code, c.differences::text))` },
  labels: {
    ...labels,
    filters: {
      state: { label: labels.state, choices: { ...labels.every, ...states } },
      ...labels.filters,
    },
  },
  chips: { filter: 'state' },
});

export type LandChangeRow = RowOf<typeof landChangeList.spec.fields>;

/** Its rows, each with the town and village that an office's code stands for. */
export const landChangeListView = listValue(landChangeList, { place: value.text(labels.fields.place) });
