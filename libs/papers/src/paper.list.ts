import { List, beginning, column, dayFrom, dayUntil, maybe, named, under } from '#platform';
import { paperLabels } from './paper.words.js';

/** Papers that were issued, of every kind, newest first. */
export const paperList = new List({
  name: 'papers',
  at: '/papers',
  from: 'paper p',
  id: 'p.id',
  fields: {
    id: column.text('p.id'),
    kind: column.text('p.kind'),
    number: column.text('p.number'),
    officeCode: column.text('p.office_code'),
    madeAt: column.moment('p.made_at'),
    madeBy: column.text('p.made_by'),
    copies: column.count('(SELECT count(*)::int FROM paper_print c WHERE c.paper_id = p.id)'),
    voidedAt: maybe(column.moment('p.voided_at')),
    voidReason: maybe(column.text('p.void_reason')),
  },
  filters: {
    status: named({ valid: 'p.voided_at IS NULL', void: 'p.voided_at IS NOT NULL' }),
    kind: { like: /^[a-z_]{1,40}$/, where: (kind, say) => `p.kind = ${say(kind)}` },
    office: under('p.office_code'),
    from: dayFrom('p.made_on'),
    until: dayUntil('p.made_on'),
  },
  sorts: {
    newest: { sql: 'p.made_at', type: 'timestamptz', down: true },
    oldest: { sql: 'p.made_at', type: 'timestamptz' },
    number: { sql: 'p.number', type: 'text' },
  },
  words: { where: (word, say) => `search_plain(p.number) LIKE ${say(beginning(word))}` },
  labels: paperLabels,
  chips: { filter: 'status' },
  sheet: [
    { field: 'number', width: 28 },
    { field: 'kind', width: 30 },
    { field: 'place', width: 24 },
    { field: 'madeAt', width: 22 },
    'madeBy',
    'copies',
    { field: 'voidedAt', width: 22 },
    { field: 'voidReason', width: 30 },
  ],
});
