import { List, type RowOf, column, maybe, oneOf, stateWords } from '#platform';
import { clientListLabels, programPosts } from './client.words.js';
import { clientWorkflow } from './client.workflow.js';

const states = stateWords(clientWorkflow);

/** Programs that were asked for, the latest first. */
export const clientList = new List({
  name: 'clients',
  at: '/clients',
  from: 'api_client c',
  id: 'c.id',
  fields: {
    id: column.text('c.id'),
    name: column.text('c.name'),
    bodyName: column.text('c.body_name'),
    state: column.code('c.state', states),
    post: column.code('c.post', programPosts),
    officeCode: column.text('c.office_code'),
    readsOnly: column.flag('c.reads_only'),
    askedBy: column.text('c.asked_by_name'),
    askedAt: column.moment('c.asked_at'),
    lastUsedAt: maybe(column.moment('(SELECT max(k.last_used_at) FROM api_key k WHERE k.account_id = c.id)')),
  },
  filters: { state: oneOf('c.state', Object.keys(states)) },
  sorts: {
    newest: { sql: 'c.asked_at', type: 'timestamptz', down: true },
    name: { sql: 'c.name', type: 'text' },
  },
  labels: {
    ...clientListLabels,
    filters: {
      state: { label: clientListLabels.state.label, choices: { '': clientListLabels.state.every, ...states } },
    },
  },
  chips: { filter: 'state' },
  sheet: [
    'name',
    { field: 'bodyName', width: 40 },
    'state',
    'post',
    'readsOnly',
    'askedBy',
    { field: 'askedAt', width: 22 },
    { field: 'lastUsedAt', width: 22 },
  ],
});

export type ClientListed = RowOf<typeof clientList.spec.fields>;
