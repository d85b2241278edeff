import { column, maybe } from '../lists/field.js';
import { List } from '../lists/list.js';

/** The desk's list. Its rows come from every kind of work that waits, so its statement is put together by `work.statement.ts`. */
export const workList = new List({
  name: 'desk',
  at: '/desk',
  from: '',
  id: '',
  fields: {
    kind: column.text('kind'),
    id: column.text('id'),
    at: column.text('at'),
    number: maybe(column.text('number')),
    place: column.text('place'),
    areaMu: maybe(column.mu('area_mu')),
    party: maybe(column.text('party')),
    counterparty: maybe(column.text('counterparty')),
    state: column.text('state'),
    round: maybe(column.count('round')),
    since: column.moment('since'),
    dueAt: maybe(column.due('due_at')),
    officeCode: column.text('office_code'),
    assigneeId: maybe(column.text('assignee_id')),
    assignee: maybe(column.text('assignee')),
  },
  filters: {
    kind: { like: /^[a-z_]{1,40}$/, where: () => 'true' },
    office: { like: /^(\d{9}|\d{12})$/, where: () => 'true' },
    hands: { choices: ['mine', 'free'], where: () => 'true' },
  },
  sorts: { due: { sql: 'due', type: 'timestamptz' } },
});
