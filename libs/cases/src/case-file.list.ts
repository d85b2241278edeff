import { List, type RowOf, column, maybe, named, under } from '#platform';
import { caseListLabels as labels } from './case-file.words.js';
import { caseWords } from './case-kind.js';

const waiting = 'q.answered_at IS NULL';
const every = <Words extends object>(words: Words) => ({ ...labels.every, ...words });

/** Cases of every kind; those that wait for an answer, unless others are asked for, nearest deadline first. */
export const caseList = new List({
  name: 'cases',
  at: '/cases',
  from: 'case_file q',
  id: 'q.id',
  fields: {
    id: column.text('q.id'),
    number: column.text('q.number'),
    kind: column.code('q.kind', caseWords.kinds),
    topic: column.code('q.topic', caseWords.topics),
    state: column.text('q.state'),
    subject: column.text('q.subject'),
    subjectId: column.text('q.subject_id'),
    subjectNumber: column.text('q.subject_number'),
    town: column.text('q.town'),
    village: column.text('q.village'),
    areaMu: maybe(column.mu('q.area_mu')),
    receivedAt: column.moment('q.received_at'),
    dueAt: maybe(column.due('q.due_at')),
  },
  filters: {
    state: named({ over: `NOT ${waiting}`, all: 'true' }, waiting),
    kind: coded('q.kind', caseWords.kinds),
    topic: coded('q.topic', caseWords.topics),
    office: under('q.office_code'),
  },
  sorts: {
    due: { sql: `coalesce(q.due_at, 'infinity')`, type: 'timestamptz' },
    newest: { sql: 'q.received_at', type: 'timestamptz', down: true },
  },
  words: { text: `search_plain(concat_ws(' ', q.number, q.subject_number, q.town, q.village))` },
  labels: {
    ...labels,
    filters: {
      ...labels.filters,
      kind: {
        ...labels.filters.kind,
        get choices() {
          return every(caseWords.kinds);
        },
      },
      topic: {
        ...labels.filters.topic,
        get choices() {
          return every(caseWords.topics);
        },
      },
    },
  },
  chips: { filter: 'state' },
  sheet: [
    { field: 'dueAt', width: 22 },
    'kind',
    { field: 'topic', width: 20 },
    { field: 'number', width: 24 },
    'town',
    'village',
    'areaMu',
    { field: 'subjectNumber', width: 26 },
    { field: 'receivedAt', width: 22 },
    { field: 'state', width: 20 },
  ],
});

export type CaseRow = RowOf<typeof caseList.spec.fields>;

/** A column that equals one of the codes of all kinds. */
function coded(sql: string, words: object) {
  return {
    get choices() {
      return Object.keys(words);
    },
    where: (value: string, say: (value: unknown) => string) => `${sql} = ${say(value)}`,
  };
}
