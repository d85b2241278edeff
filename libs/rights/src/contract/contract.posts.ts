import type { Post } from '#kernel';

/** 县、乡镇管理承包合同（农村土地承包合同管理办法，2023）: who enters an extension from its paper. */
export const contractPosts = [
  'town_clerk',
  'town_trade',
  'county_reviewer',
  'county_administrator',
] as const satisfies Post[];
