import { type Post, posts, staffPosts } from '#kernel';
import { List, type RowOf, column, named, under } from '#platform';
import { accountKinds, accountLabels, accountStatuses } from './account.words.js';

const held = (more: string): string =>
  `EXISTS (SELECT FROM post_held p WHERE p.account_id = a.id AND p.valid_to IS NULL AND ${more})`;
const office = under('p.office_code');
const status = `CASE WHEN a.disabled_at IS NOT NULL THEN 'closed' WHEN a.must_change THEN 'fresh'
  WHEN a.totp_secret IS NULL AND a.kind = 'staff' THEN 'unbound' ELSE 'open' END`;
const postNames = Object.fromEntries(staffPosts.map((post) => [post, posts[post].label])) as Record<Post, string>;

/** Codes of very unequal numbers: written out, so that each is planned by its own. */
const each = (sql: string, codes: object) =>
  named(Object.fromEntries(Object.keys(codes).map((code) => [code, `${sql} = '${code}'`])));

/** Who has an account, and which posts in which offices. */
export const accountList = new List({
  name: 'accounts',
  at: '/accounts',
  from: 'account a',
  id: 'a.id',
  fields: {
    id: column.text('a.id'),
    login: column.text('a.login'),
    name: column.text('a.name'),
    kind: column.code('a.kind', accountKinds),
    status: column.code(status, accountStatuses),
    /** Each as its name and its office, with a blank between. */
    held: column.texts(`ARRAY(SELECT p.post || ' ' || p.office_code FROM post_held p
      WHERE p.account_id = a.id AND p.valid_to IS NULL ORDER BY p.valid_from, p.post, p.office_code)`),
    madeAt: column.moment('a.made_at'),
  },
  // Programs have a list of their own.
  where: `a.kind <> 'program'`,
  filters: {
    status: each(status, accountStatuses),
    post: { choices: staffPosts, where: (value, say) => held(`p.post = ${say(value)}`) },
    office: { ...office, where: (value, say, today) => held(office.where(value, say, today)) },
    kind: each('a.kind', accountKinds),
  },
  sorts: {
    login: { sql: 'a.login', type: 'text' },
    newest: { sql: 'a.made_at', type: 'timestamptz', down: true },
  },
  words: { text: 'a.search_text', pairs: 'a.search_pairs' },
  pageSize: 50,
  labels: {
    ...accountLabels,
    filters: {
      status: { ...accountLabels.status, choices: { '': accountLabels.status.every, ...accountStatuses } },
      post: { ...accountLabels.post, choices: { '': accountLabels.post.every, ...postNames } },
      kind: { ...accountLabels.kind, choices: { '': accountLabels.kind.every, ...accountKinds } },
      office: { ...accountLabels.office, choices: { '': accountLabels.office.every } },
    },
  },
  chips: { filter: 'status' },
  sheet: ['name', 'login', 'kind', 'status', { field: 'posts', width: 60 }, { field: 'madeAt', width: 22 }],
});

export type AccountListed = RowOf<typeof accountList.spec.fields>;
