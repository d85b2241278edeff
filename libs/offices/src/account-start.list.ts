import { List, type RowOf, type Scope, column, oneOf } from '#platform';
import { startKinds, startLabels } from './account.words.js';

/** Accounts of staff that wait for the second person, the latest first. */
export const startList = new List({
  name: 'account-starts',
  at: '/account-starts',
  from: 'account_start b JOIN account a ON a.id = b.account_id',
  id: 'b.id',
  fields: {
    id: column.text('b.id'),
    kind: column.code('b.kind', startKinds),
    name: column.text('a.name'),
    login: column.text('a.login'),
    /** Each post as its name and its office, with a blank between. */
    held: column.texts(`ARRAY(SELECT p.post || ' ' || p.office_code FROM post_held p
      WHERE p.account_id = a.id AND p.valid_to IS NULL ORDER BY p.post, p.office_code)`),
    reason: column.text('b.reason'),
    askedBy: column.text('b.asked_by_name'),
    askedById: column.text('b.asked_by'),
    accountId: column.text('b.account_id'),
    askedAt: column.moment('b.asked_at'),
    until: column.moment('b.until'),
  },
  where: 'b.decided_at IS NULL',
  filters: { kind: oneOf('b.kind', Object.keys(startKinds)) },
  sorts: {
    newest: { sql: 'b.asked_at', type: 'timestamptz', down: true },
    ending: { sql: 'b.until', type: 'timestamptz' },
  },
  labels: {
    ...startLabels,
    filters: { kind: { ...startLabels.kind, choices: { '': startLabels.kind.every, ...startKinds } } },
  },
  chips: { filter: 'kind' },
  sheet: [
    'name',
    'login',
    { field: 'kind', width: 30 },
    { field: 'posts', width: 40 },
    { field: 'reason', width: 40 },
    'askedBy',
    { field: 'askedAt', width: 22 },
    { field: 'until', width: 22 },
  ],
});

export type StartListed = RowOf<typeof startList.spec.fields>;

/** Those that still wait at a moment on the wall; the others are over by themselves. */
export const waitingAt = (now: Date): Scope => ({ name: 'waiting', where: (say) => `b.until > ${say(now)}` });
