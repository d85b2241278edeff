import { statesIn } from '#kernel';
import { caseKinds, caseTopics, caseWorkflow, openCaseStates } from '#cases';
import { List, type RowOf, column, maybe, named, oneOf, sqlNames, stateWords, under } from '#platform';
import { claimWord, letterKinds, letterLabels } from './letter.words.js';
import { claimLevels } from './priority-claim.words.js';
import { claimWorkflow } from './priority-claim.workflow.js';

const open = `CASE q.what WHEN 'letter' THEN q.state IN (${sqlNames(openCaseStates)}) ELSE q.state IN (${sqlNames(statesIn(claimWorkflow, 'unanswered'))}) END`;
/** Letters and claims of priority; those that wait for an answer, unless others are asked for, nearest deadline first. */
export const letterList = new List({
  name: 'letters',
  at: '/objections',
  from: `(SELECT 'letter' AS what, id, number, kind, topic, subject_id AS notice_id, state, due_at, received_at, office_code FROM case_file
    UNION ALL SELECT 'claim', id, number, level, 'priority', notice_id, state, due_at, claimed_at, office_code FROM priority_claim) q
    JOIN notice n ON n.id = q.notice_id`,
  id: 'q.id',
  fields: {
    what: column.code('q.what', letterKinds),
    id: column.text('q.id'),
    number: column.text('q.number'),
    kind: column.code(`CASE q.what WHEN 'claim' THEN 'claim' ELSE q.kind END`, { ...caseKinds, claim: claimWord }),
    topic: column.code(`CASE q.what WHEN 'claim' THEN q.kind ELSE q.topic END`, { ...caseTopics, ...claimLevels }),
    state: column.code('q.state', { ...stateWords(claimWorkflow), ...stateWords(caseWorkflow) }),
    noticeId: column.text('n.id'),
    noticeNumber: column.text('n.number'),
    town: column.text('n.town'),
    village: column.text('n.village'),
    areaMu: column.mu('n.area_mu'),
    receivedAt: column.moment('q.received_at'),
    dueAt: maybe(column.moment('q.due_at')),
  },
  filters: {
    state: named({ over: `NOT (${open})`, all: 'true' }, open),
    what: named({ letter: `q.what = 'letter'`, claim: `q.what = 'claim'` }),
    topic: oneOf('q.topic', Object.keys(caseTopics)),
    office: under('q.office_code'),
  },
  sorts: {
    due: { sql: `coalesce(q.due_at, 'infinity')`, type: 'timestamptz' },
    newest: { sql: 'q.received_at', type: 'timestamptz', down: true },
  },
  words: { text: `search_plain(concat_ws(' ', q.number, n.number, n.town, n.village))` },
  labels: {
    ...letterLabels,
    filters: {
      ...letterLabels.filters,
      topic: { label: letterLabels.topic.label, choices: { ...letterLabels.topic.every, ...caseTopics } },
      office: letterLabels.office,
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
    { field: 'noticeNumber', width: 26 },
    { field: 'receivedAt', width: 22 },
    { field: 'state', width: 20 },
  ],
});

export type LetterRow = RowOf<typeof letterList.spec.fields>;
