import { type Day, posts } from '#kernel';
import type { AccountRow } from '#platform';
import { accountStandings } from './account.words.js';
import type { PlaceNames } from './offices.service.js';

type Standing = keyof typeof accountStandings;

export const standingTones = { open: 'go', fresh: 'wait', unbound: 'wait', closed: 'stop' } as const;

/** An account, as administrators see it: no hashes, no secrets. */
export function accountView(account: AccountRow, today: Day, names: PlaceNames): object {
  const standing = standingOf(account);
  return {
    id: account.id,
    title: `${account.name}的账号`,
    href: `/accounts/${account.id}`,
    login: account.login,
    name: account.name,
    kind: account.kind,
    state: accountStandings[standing],
    tone: standingTones[standing],
    disabled: account.disabledAt !== null,
    posts: account.posts.map((held) => ({
      id: held.id,
      post: held.post,
      label: posts[held.post].label,
      officeCode: held.officeCode,
      place: names.place(held.officeCode),
      validFrom: held.validFrom,
      validTo: held.validTo ?? '',
      ended: held.validTo !== null && held.validTo <= today,
      endHref: `/accounts/${account.id}/posts/${held.id}/end`,
    })),
  };
}

function standingOf({ disabledAt, mustChange, enrolled, kind }: AccountRow): Standing {
  if (disabledAt !== null) return 'closed';
  if (mustChange) return 'fresh';
  return !enrolled && kind === 'staff' ? 'unbound' : 'open';
}
