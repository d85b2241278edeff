import { soon, tag } from './period.js';

export const timeline = [
  { title: '提交到镇里', state: '', when: '9月23日 10:12', text: '李家桥村服务站代办，见证人 高＊＊' },
  { title: '退回补正（第 1 轮）', state: 'back', when: '9月23日 15:40', text: '缺 2 项' },
  { title: '县级审核', state: 'now', when: '今天 17:00 到期', text: '' },
  { title: '公示 7 个工作日', state: 'next', when: '', text: '' },
];
export const article = '民法典第 406 条';
export const acts = [
  {
    action: 'approve',
    label: '通过，安排公示',
    href: '/x',
    method: 'post',
    tone: 'solid',
    enabled: false,
    hint: '',
    fields: [],
    multipart: false,
    confirm: null,
    blockers: [
      { text: '核查清单还有 2 项没有填。', way: null, article: '' },
      { text: '2 号地块有抵押，缺抵押权人书面同意。', way: { href: '/x', label: '向银行要同意' }, article },
    ],
  },
  {
    action: 'return',
    label: '退回补正',
    href: '/x',
    method: 'get',
    tone: 'quiet',
    enabled: true,
    hint: '一次说全所有缺的。',
    fields: [],
    multipart: false,
    confirm: null,
    blockers: [],
  },
  {
    action: 'remark',
    label: '记一句',
    href: '/x',
    method: 'post',
    tone: 'quiet',
    enabled: true,
    hint: '',
    multipart: false,
    confirm: null,
    blockers: [],
    fields: [{ kind: 'area', id: 'remark-text', name: 'remark', label: '说明', hint: '写给下一个人看', rows: 2 }],
  },
  {
    action: 'reject',
    label: '不予通过',
    href: '/x',
    method: 'post',
    tone: 'grave',
    enabled: true,
    hint: '要写理由和条文。',
    fields: [],
    multipart: false,
    confirm: { text: '会送给双方' },
    blockers: [],
  },
];
export const checks = [
  { title: '主体', result: 'yes', text: '8 户身份已核。', way: null, article: '' },
  {
    title: '抵押',
    result: 'no',
    text: '2 号地块登记有抵押，缺抵押权人书面同意。',
    way: { href: '/x', label: '看登记' },
    article,
  },
  { title: '实地调查', result: '', text: '还没有填。', way: null, article: '' },
];
export const chips = {
  label: '筛选',
  items: [
    { href: '?', label: '全部 8', current: true },
    { href: '?due=today', label: '今天到期 3', current: false },
  ],
};
export const trail = { steps: [{ href: '/desk', label: '待办' }], here: '370126101A26090017', code: true };
export const item = {
  href: '/notices/1',
  title: '殷巷镇李家桥村 120.00 亩土地经营权流转',
  parties: '王＊＊ 等 8 户 → 禾野种植专业合作社，6 年，900 元/亩/年',
  state: tag('公示中', 'wait'),
  due: soon,
  mini: { label: '共 7 个工作日，已过 3 个', cells: ['on', 'on', 'on', 'now', '', '', ''] },
};
export const square = {
  label: '二维码：扫码查验',
  box: '-2 -2 29 29',
  path: 'M0 0h7v7h-7zM18 0h7v7h-7zM0 18h7v7h-7zM10 10h5v5h-5z',
};
export const options = [
  { value: 'a', label: '出租（转包）' },
  { value: 'b', label: '入股' },
];
export const table = { caption: '数字', heads: ['镇街', '按时率'], rows: [['郑路镇', '88.9%']] };
export const notice = {
  href: '/notices/1',
  number: '商农公示〔2026〕第 0138 号',
  title: '关于殷巷镇李家桥村 120.00 亩土地经营权流转的公示',
  due: soon,
};
export const row = (number: string, due: object, act: object, more: object = {}) => ({
  work: `transfer:${number}`,
  href: `/transfers/${number}`,
  title: '黄岭村 58.75 亩出租',
  number,
  place: '郑路镇 黄岭村',
  extent: '58.75 亩，5 年',
  due,
  late: false,
  hints: [tag('第 2 轮', 'wait')],
  act: { label: '审核', solid: true, why: '', ...act },
  ...more,
});

/** What a list may be asked, as `list-asks` reads it. */
export const asked = (at: string) => ({
  asks: {
    at,
    search: '编号、村、谁',
    filters: [
      { name: 'state', label: '到哪一步', options: [{ value: '', label: '全部' }] },
      { name: 'number', label: '编号', options: null },
    ],
    sorts: [{ value: 'newest', label: '最近的在前' }],
  },
  values: { q: '李家桥', state: '', number: '', sort: 'newest' },
  chips: [
    { href: at, label: '全部', count: 100, current: true },
    { href: `${at}?state=correction`, label: '待补正', count: 3, current: false },
  ],
  used: [{ href: at, label: '李家桥' }],
  sheet: `${at}/sheet`,
  pager: { count: 1, whole: false, previous: at, next: '' },
});
