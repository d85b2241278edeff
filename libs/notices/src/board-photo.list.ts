import { List, type RowOf, column, named } from '#platform';
import { boardPhotoLabels, boardWork } from './letter.words.js';
import { latestPeriodSheet, unposted } from './period-sheets.queries.js';

const row = 'n.id AS notice_id, n.number, n.title, n.town, n.village, n.area_mu, v.office_code';
const board = `FROM venue_posting v JOIN notice n ON n.publication_id = v.publication_id`;
const hung = `v.kind = 'village_board' AND v.removed_at IS NULL`;

/** Boards of village stations that wait for the photo of a notice, and notices whose days are known and hang nowhere yet. */
export const boardPhotoList = new List({
  name: 'board-photos',
  at: '/board-photos',
  from: `(SELECT 'board' AS what, v.id, ${row}, n.published_at AS since ${board}
      WHERE ${hung} AND v.proven_at IS NULL AND n.published_at IS NOT NULL
    UNION ALL SELECT 'sheet', v.id, ${row}, s.made_at ${board}, ${latestPeriodSheet}
      WHERE ${hung} AND n.state = 'running' AND ${unposted}) q`,
  id: 'q.id',
  fields: {
    what: column.code('q.what', boardWork),
    id: column.text('q.id'),
    noticeId: column.text('q.notice_id'),
    number: column.text('q.number'),
    title: column.text('q.title'),
    town: column.text('q.town'),
    village: column.text('q.village'),
    areaMu: column.mu('q.area_mu'),
    since: column.moment('q.since'),
  },
  filters: { what: named({ board: `q.what = 'board'`, sheet: `q.what = 'sheet'` }) },
  sorts: {
    oldest: { sql: 'q.since', type: 'timestamptz' },
    newest: { sql: 'q.since', type: 'timestamptz', down: true },
  },
  labels: boardPhotoLabels,
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

export type BoardPhotoRow = RowOf<typeof boardPhotoList.spec.fields>;
