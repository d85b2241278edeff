/** Why a record whose time is over still stands. */
export const troubleKinds = { blocked: '还有事没办完', failed: '系统出错，在重试' } as const;

/** What the document calls the parts of the clock. */
export const clockLabels = {
  training: '演练时钟',
  now: '现在是什么时刻',
  today: '今天',
  daysAhead: '比真的快几天',
  next: '接下来到期的',
  label: '叫什么',
  dueAt: '到期的时刻',
  number: '几件',
  blocked: '到期了还动不了的',
  walkedAt: '时钟上次走动',
  late: '时钟停了',
  rows: '动不了的每一件',
  kind: '为什么动不了',
  reasons: '还差什么',
  text: '还差的一件事',
  article: '依据的条文',
  since: '从什么时候起',
  tries: '试过几次',
} as const;
