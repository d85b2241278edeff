import { statesBefore, statesIn } from '#kernel';
import { depositWorkflow } from '#deposits';
import { List, type RowOf, type Scope, column, maybe, prefixed, sqlNames, stateWords } from '#platform';
import { transferWorkflow } from '../transfer.workflow.js';
import { endingParts } from './ending.words.js';

const states = stateWords(transferWorkflow);
const depositState = `(SELECT d.state FROM deposit d WHERE d.subject = 'transfer' AND d.subject_id = t.id AND d.state <> 'cancelled')`;
const common = {
  id: column.text('t.id'),
  number: maybe(column.text('t.number')),
  place: column.text('t.place'),
  areaMu: column.mu('t.area_mu'),
  depositState: maybe(column.code(depositState, stateWords(depositWorkflow))),
};

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
    renewalState: maybe(
      column.code(
        `(SELECT n.state FROM transfer n WHERE n.renews_id = t.id AND n.state NOT IN (${sqlNames(statesIn(transferWorkflow, 'fallen'))}))`,
        states,
      ),
    ),
  },
  labels: { title: endingParts.soon, fields: endingParts, filters: {}, sorts: {} },
  filters: {},
  sorts: { ending: { sql: `coalesce(t.due_at, 'infinity')`, type: 'timestamptz' } },
});

/** Rights that are over, whose land nobody has recorded as handed back. */
export const landOutList = new List({
  name: 'land-out',
  at: '/desk/ending',
  from: 'transfer t',
  id: 't.id',
  where: `t.state IN (${sqlNames(statesBefore(transferWorkflow, 'hand_back'))}) AND t.land_returned_on IS NULL`,
  fields: {
    ...common,
    state: column.code('t.state', states),
    endedOn: column.day(`(t.state_since AT TIME ZONE 'Asia/Shanghai')::date`),
  },
  labels: { title: endingParts.out, fields: endingParts, filters: {}, sorts: {} },
  filters: {},
  sorts: { ended: { sql: 't.state_since', type: 'timestamptz', down: true } },
});

export type EndingRow = RowOf<typeof endingList.spec.fields>;
export type LandOutRow = RowOf<typeof landOutList.spec.fields>;

/** Cases of an office; those that end before a moment, if one is given. */
export const ofOffice = (prefix: string, until?: Date): Scope => ({
  name: `office${prefix.length}`,
  where: (say) => {
    const place = prefixed('t.office_code', prefix, say);
    return until ? `${place} AND coalesce(t.due_at, 'infinity') <= ${say(until)}::timestamptz` : place;
  },
});
