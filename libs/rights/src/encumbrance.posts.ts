import type { Actor, Post } from '#kernel';

/** Staff who enter mortgages: the town's finance desk and the county's reviewers. */
export const enteringPosts = ['town_finance', 'county_reviewer'] as const satisfies Post[];

export const mayEncumber = (me: Actor): boolean =>
  me.kind === 'staff' && me.posts.some((held) => enteringPosts.some((post) => post === held.post));

/** Posts whose pages these are; to others a mortgage is a line without a link. */
export const encumbrancePosts = [
  'town_finance',
  'town_trade',
  'county_reviewer',
  'county_certifier',
  'county_director',
  'supervisor',
] as const satisfies Post[];
