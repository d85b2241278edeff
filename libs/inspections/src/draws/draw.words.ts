import { codes } from '#kernel';

export const drawWork = '抽签';

/** What the history says of a list that was frozen. */
export const listFrozen = '冻结名单';

/** What an observer's seed is: something that happened after the hash was public. */
export const observedOrigins = codes('ObservedOrigin', {
  thrown: '当场掷骰子、摇号',
  lottery: '公开开奖的号码',
});
/** Where the seed came from. */
export const seedOrigins = codes('SeedOrigin', { ...observedOrigins, sealed: '各方封存的号码' });

export const drawLabels = {
  title: '抽签',
  search: '为什么抽、签号',
  fields: {
    title: '为什么抽',
    state: '到哪一步',
    wanted: '抽几个',
    of: '一共几个',
    listHash: '名单摘要',
    publishedAt: '公布摘要',
    seededAt: '种子出来',
  },
  filters: {},
  sorts: { newest: '最新的在前' },
} as const;

/** What the document calls the parts of a draw. */
export const drawParts = {
  title: '谁都能再算一遍的抽签',
  of: '为哪一种记录抽',
  ofId: '那一条记录',
  about: '那一条记录的页面',
  algorithm: '算法的名字和版本',
  labels: '签号（按字符编码排好）',
  text: '算名单摘要的文字',
  listHash: '这些文字的 SHA-256',
  seedBy: '冻结名单时定的种子来源',
  frozenBy: '谁冻结的名单',
  sealUntil: '封存到什么时候',
  openUntil: '揭开到什么时候',
  seed: '种子',
  seedOrigin: '种子是怎么来的',
  seedStory: '种子出来的经过',
  observer: '录入种子的人',
  witness: '在场的见证人',
  last: '没有揭开的签号',
  ranked: '按名次排的结果',
  seals: {
    title: '一个封存的号码',
    label: '签号',
    seal: '封存码',
    sealedAt: '什么时候封存',
    number: '揭开的号码',
    salt: '揭开的暗语',
    openedAt: '什么时候揭开',
  },
  steps: {
    title: '抽签的一步',
    counter: '第几次',
    hash: '这一次的 SHA-256',
    number: '前 12 位换成的数',
    among: '这时还剩几个',
    place: '余数（落在尾巴里的作废）',
    label: '抽到的签号',
  },
  ownLabel: '您的签号',
} as const;
