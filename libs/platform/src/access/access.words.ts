/** What the history calls what is done with an account. */
export const accountActs = {
  open: '开账号',
  restart: '发初始密码',
  disable: '停用账号',
  enable: '启用账号',
  grant: '任命岗位',
  'end-post': '免去岗位',
  'sign-in': '登录',
  'sign-out': '退出',
  'end-session': '让别处退出',
  'change-password': '改密码',
  bind: '绑定动态口令',
  'confirm-start': '确认账号起用',
  'refuse-start': '不同意账号起用',
} as const;

/** What the history calls the request for a second person, by what is asked for. */
export const startAsked = { open: '申请起用新账号', restart: '申请重发初始密码' } as const;

/** Where to set right what the guard refused. */
export const accessWays = { ready: '去设置账号', confirm: '输入验证码' } as const;

/** What an authenticator app calls the exchange. */
export const issuerOf = (county: string): string => `${county}流转交易`;

export const accountKinds = { staff: '工作人员', party: '当事人' } as const;

/** What the document calls the parts of one's own account and of signing in. */
export const accountLabels = {
  own: '自己的账号',
  login: '登录名',
  name: '姓名',
  kind: '哪一种账号',
  ready: '能不能办事',
  enrolled: '绑了动态口令',
  expiresAt: '到什么时候自动退出',
  posts: '岗位',
  post: '哪个岗位',
  officeCode: '机构代码',
  sessions: '登录着的地方',
  network: '从哪个网络',
  startedAt: '什么时候登录',
  seenAt: '什么时候用过',
  current: '就是这一次登录',
  enrolment: '要绑的动态口令',
  secret: '密钥',
  uri: '二维码里的网址',
  codes: '备用码，只说这一次',
  proof: '再核对一次',
  digits: '核对动态码，否则密码',
  minutes: '核对一次管几分钟',
  signIn: '登录页',
  training: '演练账号',
  role: '什么人',
  password: '密码',
  code: '动态码，空的不填',
  session: '一次登录',
  token: '以后每次请求带的令牌',
} as const;
