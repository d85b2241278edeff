import { List, type RowOf, column, maybe, named } from '#platform';
import { postingListLabels, postingWork } from './posting.words.js';
import { sheetOwed, stillCounts } from './posting.queries.js';

const row = `v.id, p.number, p.text->>'title' AS title, p.town, p.village, p.area_mu, v.office_code`;
const published = 'FROM venue_posting v JOIN publication p ON p.id = v.publication_id';

/** Boards and screens that wait for the proof of a text, and sheets that hang beside none yet. */
export const postingList = new List({
  name: 'board-photos',
  at: '/board-photos',
  from: `(SELECT CASE v.kind WHEN 'village_board' THEN 'board' ELSE 'screen' END AS what, ${row}, p.released_at AS since ${published}
      WHERE v.removed_at IS NULL AND v.proven_at IS NULL AND p.released_at IS NOT NULL
    UNION ALL SELECT 'sheet', ${row}, v.sheet_made_at ${published} WHERE ${sheetOwed} AND ${stillCounts}) q`,
  id: 'q.id',
  fields: {
    what: column.code('q.what', postingWork),
    id: column.text('q.id'),
    number: column.text('q.number'),
    title: column.text('q.title'),
    town: column.text('q.town'),
    village: column.text('q.village'),
    areaMu: maybe(column.mu('q.area_mu')),
    since: column.moment('q.since'),
  },
  filters: {
    what: named({ board: `q.what = 'board'`, screen: `q.what = 'screen'`, sheet: `q.what = 'sheet'` }),
  },
  sorts: {
    oldest: { sql: 'q.since', type: 'timestamptz' },
    newest: { sql: 'q.since', type: 'timestamptz', down: true },
  },
  labels: postingListLabels,
  chips: { filter: 'what' },
  sheet: [
    { field: 'what', width: 18 },
    { field: 'number', width: 26 },
    { field: 'title', width: 44 },
    'town',
    'village',
    'areaMu',
    { field: 'since', width: 22 },
  ],
});

export type PostingRow = RowOf<typeof postingList.spec.fields>;
