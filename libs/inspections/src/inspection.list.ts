import { List, type RowOf, column, maybe, oneOf, under, stateWords } from '#platform';
import { inspectionWorkflow } from './inspection.workflow.js';
import { surveyLabels } from './inspection.words.js';

const states = stateWords(inspectionWorkflow);
const parcels = (sum: string): string => `(SELECT ${sum} FROM inspection_parcel p WHERE p.inspection_id = i.id)`;

/** Surveys: those still to be made, unless another state is asked for, nearest deadline first. */
export const inspectionList = new List({
  name: 'inspections',
  at: '/inspections',
  from: `inspection i LEFT JOIN deadline c ON c.subject = 'inspection' AND c.subject_id = i.id::text AND c.closed_at IS NULL`,
  id: 'i.id',
  fields: {
    id: column.text('i.id'),
    caseNumber: column.text('i.case_number'),
    state: column.code('i.state', states),
    officeCode: column.text('i.office_code'),
    place: column.text('i.place'),
    parcels: column.count(parcels('count(*)')),
    areaMu: column.mu(parcels('coalesce(sum(p.recorded_mu), 0)')),
    round: column.count('i.round'),
    dueAt: maybe(column.due('i.due_at')),
    startDay: maybe(column.day('c.start_day')),
    lastDay: maybe(column.day('c.last_day')),
    stateSince: column.moment('i.state_since'),
  },
  filters: {
    state: { ...oneOf('i.state', Object.keys(states)), unset: `i.state = 'planned'` },
    office: under('i.office_code'),
  },
  sorts: {
    due: { sql: `coalesce(i.due_at, 'infinity')`, type: 'timestamptz' },
    latest: { sql: 'i.state_since', type: 'timestamptz', down: true },
  },
  pageSize: 30,
  labels: {
    ...surveyLabels,
    filters: { state: { label: surveyLabels.state.label, choices: { ...surveyLabels.state.every, ...states } } },
  },
  chips: { filter: 'state', values: ['', 'done', 'cancelled'] },
});

export type SurveyRow = RowOf<typeof inspectionList.spec.fields>;
