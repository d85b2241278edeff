import { posts, codes } from '#kernel';

/** What the history calls the first line of a program. */
export const clientWords = { ask: '申请接入' } as const;

/** What the desk calls a program that waits for the second person. */
export const clientWork = '接入程序';

/** What a program may be: it watches, or it enters what a person decides. No program decides. */
export const programPosts = codes('ProgramPost', {
  supervisor: posts.supervisor.label,
  town_clerk: posts.town_clerk.label,
  village_clerk: posts.village_clerk.label,
});
export type ProgramPost = keyof typeof programPosts;

export const accessKinds = { read: '只查', write: '能办' } as const;

/** Words of the list of programs. */
export const clientListLabels = {
  title: '接入程序',
  fields: {
    name: '程序',
    bodyName: '单位',
    state: '状态',
    post: '岗位',
    readsOnly: '只查',
    askedBy: '申请人',
    askedAt: '什么时候申请的',
    lastUsedAt: '最近用过',
  },
  state: { label: '状态', every: '全部' },
  sorts: { newest: '新申请的在前', name: '按程序名' },
} as const;

/** What the document calls the parts of a program and of its keys. */
export const clientLabels = {
  client: '接入程序',
  bodyName: '单位',
  creditCode: '统一社会信用代码',
  name: '程序叫什么',
  state: '状态',
  post: '岗位',
  officeCode: '单位区划代码',
  place: '管到哪里',
  readsOnly: '只能查',
  reason: '用来做什么',
  askedBy: '谁申请的',
  askedAt: '什么时候申请的',
  confirmedBy: '谁确认的',
  keys: '密钥',
  key: {
    title: '一个密钥',
    prefix: '开头几位',
    madeBy: '谁发的',
    madeAt: '什么时候发的',
    endsAt: '用到什么时候',
    revokedAt: '什么时候停的',
    lastUsedAt: '最近用过',
    runs: '现在能用',
  },
  told: { title: '新密钥', key: '密钥，只说这一次', overlapDays: '旧的还能用几天' },
} as const;
