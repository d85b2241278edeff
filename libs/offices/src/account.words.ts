import { codes } from '#kernel';
/** What is said where a start password is told. */
export const startWords = {
  newAccount: '新开账号',
  opened: '账号开好了',
  asked: '已申请重发初始密码',
  restarted: '初始密码重发了',
} as const;

export const accountKinds = { staff: '工作人员', party: '当事人' } as const;

/** How an account stands, by the first thing that keeps it from being used. */
export const accountStatuses = codes('AccountStanding', {
  open: '在用',
  fresh: '等首次登录',
  unbound: '没绑动态口令',
  closed: '已停用',
});

/** Words of the list of accounts: of its fields, of its filters, of its orders. */
export const accountLabels = {
  title: '账号',
  search: '登录名、姓名',
  fields: { name: '姓名', login: '登录名', kind: '哪一种', status: '状态', posts: '岗位', madeAt: '哪天开的' },
  status: { label: '状态', every: '全部' },
  post: { label: '岗位', every: '全部岗位' },
  office: { label: '单位', every: '全部单位' },
  kind: { label: '哪一种', every: '全部' },
  sorts: { login: '按登录名', newest: '新开的在前' },
} as const;

/** What an administrator asks the second person to confirm. */
export const startKinds = { open: '起用新账号', restart: '重发密码，解绑动态口令' } as const;

/** Words of the list of accounts that wait for the second person. */
export const startLabels = {
  title: '确认账号起用',
  fields: {
    name: '姓名',
    login: '登录名',
    kind: '申请什么',
    posts: '岗位',
    reason: '原因',
    askedBy: '申请人',
    askedAt: '什么时候申请的',
    until: '有效到',
  },
  kind: { label: '申请什么', every: '全部' },
  sorts: { newest: '新申请的在前', ending: '先到期的在前' },
} as const;

/** What the document calls the posts and the start of an account. */
export const heldLabels = {
  validFrom: '从哪天起',
  validTo: '到哪天止',
  ended: '免去了没有',
  startPassword: '初始密码或前一半',
  waits: '要不要第二个人确认',
  validDays: '几天内有效',
  half: '初始密码的后一半',
  own: '是不是自己的申请',
} as const;
