import { List, type RowOf, column, maybe, stateWords } from '#platform';
import { drawLabels } from './draw.words.js';
import { drawWorkflow } from './draw.workflow.js';

/** Draws whose hash is public, to everybody, the newest first. */
export const drawList = new List({
  name: 'draws',
  at: '/draws',
  from: 'draw',
  id: 'id',
  fields: {
    id: column.text('id'),
    title: column.text('title'),
    state: column.code('state', stateWords(drawWorkflow)),
    wanted: column.count('wanted'),
    of: column.count('cardinality(labels)'),
    listHash: column.text('list_hash::text'),
    publishedAt: column.moment('published_at'),
    seededAt: maybe(column.moment('seeded_at')),
  },
  where: 'published_at IS NOT NULL',
  filters: {},
  sorts: { newest: { sql: 'published_at', type: 'timestamptz', down: true } },
  labels: drawLabels,
});

export type DrawRow = RowOf<typeof drawList.spec.fields>;
