const tag = (label, tone = '') => ({ label, tone });
const soon = { level: 'soon', words: '还剩 4 个工作日', note: '10月15日（周四）24:00 截止' };
const today = { level: 'today', words: '今天 17:00 到期', note: '报齐 9月24日 16:45，中秋 3 天不算' };
const late = { level: 'late', words: '超时 1 个工作日', note: '9月24日 17:00 到期' };
const clerk = { name: '于＊＊', role: '县中心审核岗', office: '商河县农村产权交易中心', canSignOut: true };
const staffMenu = [
  { href: '/desk', label: '待办', current: true }, { href: '/transfers', label: '案件', current: false },
  { href: '/notices', label: '公示', current: false }, { href: '/desk/director', label: '报表', current: false },
];
const staff = { me: clerk, staff: true, menu: staffMenu };
const days = [
  ['event', '周一', '9/28', '网站'], ['', '周二', '9/29', '等村里'], ['event', '周三', '9/30', '村里'], ['', '周四', '10/1', '国庆'],
  ['', '周五', '10/2', '国庆'], ['', '周六', '10/3', '国庆'], ['', '周日', '10/4', '国庆'], ['', '周一', '10/5', '国庆'],
  ['', '周二', '10/6', '国庆'], ['', '周三', '10/7', '国庆'], ['done', '周四', '10/8', '第1天'], ['done', '周五', '10/9', '第2天'],
  ['done', '补班', '10/10', '第3天'], ['', '周日', '10/11', '休息'], ['today', '今天', '10/12', '第4天'], ['count', '周二', '10/13', '第5天'],
  ['count', '周三', '10/14', '第6天'], ['count', '周四', '10/15', '第7天'],
].map(([kind, top, date, note]) => ({ kind, top, date, note }));
const strip = { label: '公示期每一天', key: true, days };
const decree = { title: '国务院办公厅关于2026年部分节假日安排的通知' };
const reckoning = {
  start: '2026-09-30', basis: '公示期 7 个工作日（平台规则 公示-02）。', unit: 'working-day', n: 7, firstDay: '2026-10-08', lastDay: '2026-10-15',
  counted: [8, 9, 10, 12, 13, 14, 15].map((d) => ({ day: `2026-10-${String(d).padStart(2, '0')}`, note: d === 10 ? '星期六补班' : undefined })),
  skipped: [1, 2, 3, 4, 5, 6, 7].map((d) => ({ day: `2026-10-0${d}`, reason: '国庆节放假', decree })).concat([{ day: '2026-10-11', reason: '星期日' }]),
  provisional: false, version: '2026-1',
};
const why = { summary: '为什么是这一天截止', notes: ['网站、屏幕 9 月 28 日贴出，村公示栏 9 月 30 日贴出，以最晚的为准。'], reckoning, open: false };
const polygons = [
  ['10,19 104,22 97,128 10,125', '', '', 0, 0], ['104,22 182,21 175,127 97,128', '', '', 0, 0], ['182,21 274,16 267,122 175,127', 'on', '1', 224, 71],
  ['274,16 352,14 345,120 267,122', 'on', '2', 309, 71], ['352,14 448,18 441,124 345,120', 'on', '3', 396, 71],
  ['83,154 179,152 172,252 76,254', 'on', '4', 127, 200], ['253,148 353,146 346,246 246,248', 'held', '占用', 299, 200],
  ['353,146 427,149 420,249 346,246', '', '', 0, 0], ['105,266 191,263 184,357 98,360', '', '', 0, 0],
];
const map = {
  label: '流转地块示意图，1 至 4 号地块相邻', width: 600, height: 374, pickable: false,
  plots: polygons.map(([points, kind, number, x, y]) => ({ points, kind, number, x, y, href: '', say: '' })),
  caption: '深绿色、有编号的是这次流转的地块。示意图不作为界址依据。', northX: 572, northY: 30, scaleX: 478, scaleY: 346, scaleWidth: 80, scaleText: '100 米',
};
const parcels = {
  caption: '3 块，确权面积合计 50.47 亩，都是水浇地、永久基本农田', area: '50.47', surveyed: '50.41',
  parcels: [['1', '王＊＊', '18.42', '18.39'], ['2', '李＊', '16.75', '16.75'], ['3', '张＊＊', '15.30', '']].map(([number, contractor, area, surveyed]) => ({
    number, name: '东大方', contractor, code: `370126101226000011${number}`, bounds: '东邻路、西邻渠、南邻李＊、北邻路', area, surveyed,
  })),
};
const venues = [
  { name: '村公示栏', kind: 'board', outcome: 'ok', tag: tag('已有凭证', 'go'), lines: ['李家桥村委会门口', '9 月 30 日 10:40 贴出，村信息员 高＊＊ 拍照'], hash: '', href: '', way: null },
  { name: '县中心和镇交易所屏幕', kind: 'screen', outcome: 'ok', tag: tag('已有凭证', 'go'), lines: ['县中心大厅、殷巷镇交易所大厅', '9 月 28 日 15:10 贴出'], hash: '', href: '', way: null },
  { name: '本网站', kind: 'site', outcome: 'waiting', tag: tag('等凭证', 'wait'), lines: ['就是这一页'], hash: '7c1e…a94f', href: '', way: { href: '/', label: '去核对' } },
];
const facts = [['转出方', '王＊＊ 等 8 户（共 27 名共有人）'], ['受让方', '禾野种植专业合作社'], ['面积', '120.00 亩，8 块'], ['期限', '2026-11-01 至 2032-10-31'], ['价款', '900 元/亩/年，108,000.00 元/年'], ['用途', '小麦、玉米轮作']].map(([label, value]) => ({ label, value, href: '' }));
const timeline = [
  { title: '提交到镇里', state: '', when: '9月23日 10:12', text: '李家桥村服务站代办，见证人 高＊＊' },
  { title: '退回补正（第 1 轮）', state: 'back', when: '9月23日 15:40', text: '缺 2 项' },
  { title: '县级审核', state: 'now', when: '今天 17:00 到期', text: '' },
  { title: '公示 7 个工作日', state: 'next', when: '', text: '' },
];
const article = '民法典第 406 条';
const acts = [
  { action: 'approve', label: '通过，安排公示', href: '/x', method: 'post', tone: 'solid', enabled: false, hint: '', fields: [], multipart: false, confirm: null,
    blockers: [{ text: '核查清单还有 2 项没有填。', way: null, article: '' }, { text: '2 号地块有抵押，缺抵押权人书面同意。', way: { href: '/x', label: '向银行要同意' }, article }] },
  { action: 'return', label: '退回补正', href: '/x', method: 'get', tone: 'quiet', enabled: true, hint: '一次说全所有缺的。', fields: [], multipart: false, confirm: null, blockers: [] },
  { action: 'remark', label: '记一句', href: '/x', method: 'post', tone: 'quiet', enabled: true, hint: '', multipart: false, confirm: null, blockers: [],
    fields: [{ kind: 'area', id: 'remark-text', name: 'remark', label: '说明', hint: '写给下一个人看', rows: 2 }] },
  { action: 'reject', label: '不予通过', href: '/x', method: 'post', tone: 'grave', enabled: true, hint: '要写理由和条文。', fields: [], multipart: false, confirm: { text: '会送给双方' }, blockers: [] },
];
const checks = [
  { title: '主体', result: 'yes', text: '8 户身份已核。', way: null, article: '' },
  { title: '抵押', result: 'no', text: '2 号地块登记有抵押，缺抵押权人书面同意。', way: { href: '/x', label: '看登记' }, article },
  { title: '实地调查', result: '', text: '还没有填。', way: null, article: '' },
];
const chips = { label: '筛选', items: [{ href: '?', label: '全部 8', current: true }, { href: '?due=today', label: '今天到期 3', current: false }] };
const pager = { text: '第 1–8 件，最急的在前', previous: '', next: '?after=1' };
const trail = { steps: [{ href: '/desk', label: '待办' }], here: '370126101A26090017', code: true };
const row = (number, due, act, more = {}) => ({ href: `/transfers/${number}`, title: '黄岭村 58.75 亩出租', number, place: '郑路镇 黄岭村', extent: '58.75 亩，5 年', due, late: false, hints: [tag('第 2 轮', 'wait')], act: { label: '审核', solid: true, why: '', ...act }, ...more });

export const views = {
  'transfers/show': {
    page: { title: '案件 370126101A26090017', ...staff, flash: { tone: '', title: '已保存。', text: '您的核查意见存好了，还没有提交。' } },
    trail, title: '李家桥村 120.00 亩出租', number: '370126101A26090017', kind: '农户承包土地经营权', state: tag('县级审核', 'wait'), round: 2,
    due: today, why, facts, application: '/x', map, parcels, consents: checks.slice(0, 1), checks, checksText: '12 项，已填 10 项', archive: '/x',
    materials: [{ name: '转出申请书', href: '/x', source: '村服务站代填，已念给本人听', when: '9月23日 10:12', tag: tag('指纹相符', 'go') }],
    papers: [{ name: '受理通知书', number: '商农受〔2026〕第 0017 号', href: '/x', when: '9月23日', tag: tag('有效', 'go') }],
    notice: { href: '/notices/1', number: '商农公示〔2026〕第 0138 号', text: '三处都有凭证。', due: soon, mini: { label: '共 7 个工作日，已过 3 个', cells: ['on', 'on', 'on', 'now', '', '', ''] }, venues,
      objections: [{ href: '/objections/1', number: '异议 1', kind: '四至', state: tag('已答复：不成立', 'go') }] },
    money: facts.slice(4, 5), acts, timeline,
  },
  'transfers/index': {
    page: { title: '案件', ...staff, path: '/transfers' }, title: '案件', chips, pager: { ...pager, previous: '?' }, start: { href: '/transfers/new', label: '新办一件' },
    rows: [{ href: '/transfers/1', title: '李家桥村 120.00 亩出租', number: '370126101A26090017', place: '殷巷镇 李家桥村', extent: '120.00 亩，6 年', state: tag('县级审核', 'wait'), due: today, parties: '王＊＊ 等 8 户 → 禾野种植专业合作社' }],
  },
  'desk/queue': {
    page: { title: '待审案件', ...staff }, title: '待审 8 件，今天到期 3 件', now: '9 月 28 日 星期一 09:30，今天 17:00 下班',
    stats: [{ label: '已超时', value: '1', unit: '', tone: 'stop' }, { label: '今天 17:00 前', value: '3', unit: '', tone: 'act' }, { label: '本月按时', value: '98.6', unit: '%', tone: '' }],
    chips, lateText: '超时不等于通过，要您写意见才能往下走；已记入主任的超时清单。', pager, explain: '镇里报齐的当天不算，下一个工作日 17:00 到期。', empty: null,
    queue: { caption: '待审案件，最急的在前', rows: [row('370126105A26090009', late, {}, { late: true, hints: [tag('已超时', 'stop')] }), row('370126101A26090017', today, {}), row('370126111A26090006', today, { why: '您受理过这一件，不能再审核（三岗分开）' }, { hints: [] }), row('370126106A26090005', { level: 'held', words: '停表', note: '9月24日 退回镇里补正' }, { solid: false, label: '查看' })] },
  },
  confirm: { page: { title: '不予通过', ...staff, form: { errors: { reason: '请写理由。' }, list: [{ href: '#reason', text: '请写理由' }] } }, trail, title: '不予通过这一件', text: ['会送给双方。'], facts, warning: '案件到此结束，占用的地块会放开。',
    act: { label: '不予通过', href: '/x', tone: 'grave', multipart: false, fields: [{ kind: 'area', id: 'reason', name: 'reason', label: '理由', hint: '写清是哪一条', rows: 4 }, { kind: 'select', id: 'rule', name: 'rule', label: '依据', hint: '', options: [{ value: 'a', label: '办法第十四条' }] },
      { kind: 'choice', id: 'how', name: 'how', label: '怎么送', hint: '', options: [{ value: 'hand', label: '当面', text: '', why: '' }, { value: 'post', label: '邮寄', text: '', why: '没有地址' }] }, { kind: 'date', id: 'on', name: 'on', label: '哪一天', hint: '' },
      { kind: 'file', id: 'scan', name: 'scan', label: '扫描件', hint: 'PDF 或照片，20 MB 以内', accept: 'image/*,application/pdf', many: false, camera: false }, { kind: 'check', id: 'read', name: 'read', label: '已念给本人听', hint: '' }, { kind: 'money', id: 'sum', name: 'sum', label: '金额', hint: '', unit: '元' }] },
    back: { label: '不办了，回去', href: '/transfers/1' } },
  problem: { page: { title: '现在还不能通过' }, status: 409, title: '现在还不能通过', detail: '这一件还有没办完的事。', type: '/problems/step-blocked', article: '', blockers: acts[0].blockers, errors: [{ href: '', detail: '面积要大于 0。' }], open: [{ label: '退回补正', href: '' }], way: { href: '/transfers/1', label: '回到案件' } },
  'problems/show': { page: { title: '步骤被挡住' }, type: 'step-blocked', title: '步骤被挡住', status: 409, meaning: ['有条件还没有满足。'], todo: ['按页面上列的原因一条一条办。'], article: '' },
};
