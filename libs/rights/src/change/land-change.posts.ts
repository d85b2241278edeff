import type { Post } from '#kernel';

/** Posts to which changes of the register that wait, or were decided, are open. */
export const landChangePosts = [
  'town_coordination',
  'town_clerk',
  'town_reviewer',
  'town_trade',
  'county_reviewer',
  'county_certifier',
  'county_director',
  'county_administrator',
  'supervisor',
] as const satisfies Post[];
