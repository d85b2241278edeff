import { statesBefore, statesIn } from '#kernel';
import { depositWorkflow } from '#deposits';
import { List, column, maybe, named, oneOf, pageValue, rowValue, sqlNames, stateWords, under, value } from '#platform';
import { transferWorkflow } from '../transfer.workflow.js';
import { endingLabels, landOutLabels } from './ending.words.js';

const states = stateWords(transferWorkflow);
const depositState = `(SELECT d.state FROM deposit d WHERE d.subject = 'transfer' AND d.subject_id = t.id AND d.state <> 'cancelled')`;
const renewalState = `(SELECT n.state FROM transfer n WHERE n.renews_id = t.id AND n.state NOT IN (${sqlNames(statesIn(transferWorkflow, 'fallen'))}))`;
const common = {
  id: column.text('t.id'),
  number: maybe(column.text('t.number')),
  place: column.text('t.place'),
  transferor: column.text('t.transferor_name'),
  transferee: column.text('t.transferee_name'),
  areaMu: column.mu('t.area_mu'),
  depositState: maybe(column.code(depositState, stateWords(depositWorkflow))),
};
const words = { text: 't.search_text', pairs: 't.search_pairs' };
const wide = (field: string) => ({ field, width: 24 });
const about = [...['number', 'place', 'transferor', 'transferee'].map(wide), 'areaMu'];

/** Rights in force whose last day is near, nearest first: one scan of the index of the queues. */
export const endingList = new List({
  name: 'ending',
  at: '/desk/ending',
  from: 'transfer t',
  id: 't.id',
  where: `t.state = 'in_force'`,
  fields: {
    ...common,
    lastDay: column.day('upper(t.term) - 1'),
    reminded: column.flag('t.reminded_at IS NOT NULL'),
    renewalState: maybe(column.code(renewalState, states)),
  },
  filters: {
    renewal: named({ none: `${renewalState} IS NULL`, asked: `${renewalState} IS NOT NULL` }),
    office: under('t.office_code'),
  },
  sorts: {
    ending: { sql: `coalesce(t.due_at, 'infinity')`, type: 'timestamptz' },
    largest: { sql: 't.area_mu', type: 'numeric', down: true },
  },
  words,
  labels: endingLabels,
  chips: { filter: 'renewal' },
  sheet: [...about, ...['lastDay', 'renewalState', 'depositState'].map(wide)],
});

/** Rights that end soon, and within how many days that is. */
export const endingView = pageValue(endingList, rowValue(endingList), {
  reminderDays: value.count(endingLabels.reminderDays),
});

const overStates = statesBefore(transferWorkflow, 'return_land');
const overWords = Object.fromEntries(overStates.map((state) => [state, states[state]]));

/** Rights that are over, whose land nobody has recorded as handed back. */
export const landOutList = new List({
  name: 'land-out',
  at: '/desk/land-out',
  from: 'transfer t',
  id: 't.id',
  where: `t.state IN (${sqlNames(overStates)}) AND t.land_returned_on IS NULL`,
  fields: {
    ...common,
    state: column.code('t.state', states),
    endedOn: column.day(`(t.state_since AT TIME ZONE 'Asia/Shanghai')::date`),
  },
  filters: { state: oneOf('t.state', overStates), office: under('t.office_code') },
  sorts: {
    ended: { sql: 't.state_since', type: 'timestamptz', down: true },
    longest: { sql: 't.state_since', type: 'timestamptz' },
  },
  words,
  labels: {
    ...landOutLabels,
    filters: {
      state: { label: landOutLabels.fields.state, choices: { ...landOutLabels.every, ...overWords } },
      ...landOutLabels.filters,
    },
  },
  chips: { filter: 'state' },
  sheet: [...about, ...['state', 'endedOn', 'depositState'].map(wide)],
});
