/** What the document calls the parts of a saved search. */
export const searchParts = {
  title: '关注的条件',
  page: '我关注的',
  name: '叫什么',
  list: '这个条件的挂牌在哪里',
  fresh: '新挂牌的',
  more: '还有更多',
  seenAt: '上次什么时候看的',
  feed: '只有自己知道的订阅地址',
  searches: '关注的条件',
  wishes: '自己的求租信息',
  publishedAt: '什么时候挂的',
} as const;

/** How many lots are new, where its owner begins his day. */
export const freshSaid = (many: number): string => `关注的条件有 ${many} 宗新挂牌`;
export const searchesWord = '我关注的、我的求租';
