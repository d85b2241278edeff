/** What the document calls its own parts; what is to be known first stands in the template `openapi/guide`. */
export const documentWords = {
  title: (county: string): string => `${county}农村产权流转交易平台`,
  seen: '查到了',
  done: '办好了',
  file: '文件',
  events: '事件流',
  view: '与网页同样的内容',
  eTag: '修订号',
  location: '接下来看哪里',
  replayed: '第一次的答复',
  problem: '一次有名字的拒绝',
  other: '别的拒绝',
  article: '依据的条文',
  errors: '出错的各项',
  blockers: '还差什么',
  open: '现在能办的步骤',
  session: '浏览器登录后的会话',
  bearer: 'POST /api/sessions 给的',
  key: '请求编号，一件事一个',
  ifMatch: '读到的 ETag',
  form: (act: string): string => `${act}：要填什么`,
  byPosts: (what: string, posts: readonly string[]): string => `${what}（${posts.join('、')}）`,
  refused: (titles: readonly string[]): string => titles.join('；'),
} as const;

/** What every list may be asked beside its own filters. */
export const askedWords = {
  q: '找什么',
  sort: '怎么排',
  after: '翻页的标记，在 next 里',
  limit: '一页几件',
} as const;
