import { type Day, posts } from '#kernel';
import { type AccountRow, type Of, pageValue, value, view } from '#platform';
import { accountList } from './account.list.js';
import { startList } from './account-start.list.js';
import { accountKinds, accountLabels, accountStatuses, heldLabels, startKinds, startLabels } from './account.words.js';
import type { PlaceNames } from './offices.service.js';

type AccountStatus = keyof typeof accountStatuses;
type PostName = keyof typeof posts;

const postNames = Object.fromEntries(Object.entries(posts).map(([post, { label }]) => [post, label]));
const held = {
  post: value.code(postNames as Record<PostName, string>, accountLabels.post.label),
  officeCode: value.text(),
  place: value.text(accountLabels.office.label),
} as const;
const heldView = view('AppointedPost', held);
const { fields } = accountLabels;

/** A line of the list of accounts. */
export const accountsView = pageValue(
  accountList,
  view('AccountListed', {
    id: value.id(),
    login: value.text(fields.login),
    name: value.text(fields.name),
    kind: value.code(accountKinds, fields.kind),
    status: value.code(accountStatuses, fields.status),
    posts: value.many(heldView, fields.posts),
    madeAt: value.moment(fields.madeAt),
  }),
);
export type Accounts = Of<typeof accountsView>;

/** A line of the list of those that wait for the second person; `own`: this reader asked for it, or it is his account. */
export const startsView = pageValue(
  startList,
  view('AccountStartListed', {
    id: value.id(),
    kind: value.code(startKinds, startLabels.fields.kind),
    name: value.text(fields.name),
    login: value.text(fields.login),
    posts: value.many(heldView, fields.posts),
    reason: value.text(startLabels.fields.reason),
    askedBy: value.text(startLabels.fields.askedBy),
    askedAt: value.moment(startLabels.fields.askedAt),
    until: value.moment(startLabels.fields.until),
    own: value.flag(heldLabels.own),
  }),
);
export type Starts = Of<typeof startsView>;

/** An account, as administrators see it: no hashes, no secrets. */
export const accountView = view(
  'ManagedAccount',
  {
    id: value.id(),
    login: value.text(fields.login),
    name: value.text(fields.name),
    kind: value.code(accountKinds, fields.kind),
    status: value.code(accountStatuses, fields.status),
    posts: value.many(
      view('PostOfAccount', {
        id: value.id(),
        ...held,
        validFrom: value.day(heldLabels.validFrom),
        validTo: value.maybe(value.day(heldLabels.validTo)),
        ended: value.flag(heldLabels.ended),
      }),
      fields.posts,
    ),
  },
  accountLabels.title,
);
export type Account = Of<typeof accountView>;

/** A start password, or its first half where a second person is to confirm it: told this once. */
export const startPasswordView = view('StartPassword', {
  id: value.id(),
  login: value.text(fields.login),
  name: value.text(fields.name),
  startPassword: value.text(heldLabels.startPassword),
  waits: value.flag(heldLabels.waits),
  validDays: value.count(heldLabels.validDays),
});
export type StartPassword = Of<typeof startPasswordView>;

/** The second half, which is told this once to the second person. */
export const secondHalfView = view('SecondHalf', {
  login: value.text(fields.login),
  name: value.text(fields.name),
  half: value.text(heldLabels.half),
});

export function accountOf(account: AccountRow, today: Day, names: PlaceNames): Account {
  const { id, login, name, kind } = account;
  return {
    ...{ id, login, name, kind: kind as Account['kind'], status: statusOf(account) },
    posts: account.posts.map(({ id: heldId, post, officeCode, validFrom, validTo }) => ({
      ...{ id: heldId, post, officeCode, place: names.place(officeCode) },
      ...{ validFrom: validFrom as Day, validTo: validTo as Day | null },
      ended: validTo !== null && validTo <= today,
    })),
  };
}

function statusOf({ disabledAt, mustChange, enrolled, kind }: AccountRow): AccountStatus {
  if (disabledAt !== null) return 'closed';
  if (mustChange) return 'fresh';
  return !enrolled && kind === 'staff' ? 'unbound' : 'open';
}
