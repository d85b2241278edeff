import { type Day, posts } from '#kernel';
import type { AccountRow } from '#platform';
import type { PlaceNames } from './offices.service.js';

/** An account, as administrators see it: no hashes, no secrets. */
export function accountView(account: AccountRow, today: Day, names: PlaceNames): object {
  const state = account.disabledAt
    ? '已停用'
    : account.mustChange
      ? '等首次登录'
      : !account.enrolled && account.kind === 'staff'
        ? '没绑动态口令'
        : '在用';
  return {
    id: account.id,
    title: `${account.name}的账号`,
    href: `/accounts/${account.id}`,
    login: account.login,
    name: account.name,
    kind: account.kind,
    state,
    tone: account.disabledAt ? 'stop' : state === '在用' ? 'go' : 'wait',
    disabled: account.disabledAt !== null,
    postsText: account.posts
      .filter((held) => !held.validTo || held.validTo > today)
      .map((held) => `${names.place(held.officeCode)} ${posts[held.post].label}`)
      .join('、'),
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
