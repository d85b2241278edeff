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
const item = { href: '/notices/1', title: '殷巷镇李家桥村 120.00 亩土地经营权流转', parties: '王＊＊ 等 8 户 → 禾野种植专业合作社，6 年，900 元/亩/年', state: tag('公示中', 'wait'), due: soon, mini: { label: '共 7 个工作日，已过 3 个', cells: ['on', 'on', 'on', 'now', '', '', ''] } };
const square = { label: '二维码：扫码查验', box: '-2 -2 29 29', path: 'M0 0h7v7h-7zM18 0h7v7h-7zM0 18h7v7h-7zM10 10h5v5h-5z' };
const options = [{ value: 'a', label: '出租（转包）' }, { value: 'b', label: '入股' }];
const table = { caption: '数字', heads: ['镇街', '按时率'], rows: [['郑路镇', '88.9%']] };
const notice = { href: '/notices/1', number: '商农公示〔2026〕第 0138 号', title: '关于殷巷镇李家桥村 120.00 亩土地经营权流转的公示', due: soon };
const head = (now) => ({ title: '转出土地', label: '共 5 步', steps: ['1 谁', '2 哪块地', '3 条件', '4 材料', '5 核对'].map((title, i) => ({ title, note: i === now ? '正在填' : '', state: i < now ? 'done' : i === now ? 'now' : '' })) });
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
  confirm: { page: { title: '不予通过', ...staff, form: { values: {}, errors: [{ field: 'reason', detail: '请写理由。' }] } }, trail, title: '不予通过这一件', text: ['会送给双方。'], facts, warning: '案件到此结束，占用的地块会放开。',
    act: { label: '不予通过', href: '/x', tone: 'grave', multipart: false, fields: [{ kind: 'area', id: 'reason', name: 'reason', label: '理由', hint: '写清是哪一条', rows: 4 }, { kind: 'select', id: 'rule', name: 'rule', label: '依据', hint: '', options: [{ value: 'a', label: '办法第十四条' }] },
      { kind: 'choice', id: 'how', name: 'how', label: '怎么送', hint: '', options: [{ value: 'hand', label: '当面', text: '', why: '' }, { value: 'post', label: '邮寄', text: '', why: '没有地址' }] }, { kind: 'date', id: 'on', name: 'on', label: '哪一天', hint: '' },
      { kind: 'file', id: 'scan', name: 'scan', label: '扫描件', hint: 'PDF 或照片，20 MB 以内', accept: 'image/*,application/pdf', many: false, camera: false }, { kind: 'check', id: 'read', name: 'read', label: '已念给本人听', hint: '' }, { kind: 'money', id: 'sum', name: 'sum', label: '金额', hint: '', unit: '元' }] },
    back: { label: '不办了，回去', href: '/transfers/1' } },
  problem: { page: { title: '现在还不能通过' }, status: 409, title: '现在还不能通过', detail: '这一件还有没办完的事。', type: '/problems/step-blocked', article: '', blockers: acts[0].blockers, errors: [{ pointer: '#/area', detail: '面积要大于 0。' }], open: [{ action: 'return', label: '退回补正' }], way: { href: '/transfers/1', label: '回到案件' }, back: '/transfers/1' },
  'problems/show': { type: 'step-blocked', title: '步骤被挡住', status: 409, explanation: '先办完列出来的每一件，再办这一步。' },
  'problems/index': { title: '系统会给出的答复', problems: [{ type: 'step-blocked', title: '步骤被挡住', status: 409, explanation: '先办完列出来的每一件，再办这一步。' }] },
  'notices/show': {
    title: '关于殷巷镇李家桥村 120.00 亩土地经营权流转的公示', number: '商农公示〔2026〕第 0138 号', version: 1, caseNumber: '370126101A26090017', state: tag('公示中', 'wait'), notes: [], due: soon, facts,
    paragraphs: ['本次流转由殷巷镇交易所初审，县农村产权交易中心于 2026 年 9 月 28 日审核通过。每户的共有人都已书面同意。现依《农村土地经营权流转管理办法》公示，听取意见。'],
    period: { heading: '公示期：7 个工作日', lead: '今天是第 4 天，10 月 15 日（星期四）24:00 截止。', text: '三个地方都贴出来才开始算，最后一处是 9 月 30 日的村公示栏，当天不算，国庆 7 天不算。', strip, why },
    parcels, map, venues, counts: [{ label: '异议', value: '1 件，已答复：不成立', href: '' }, { label: '优先主张', value: '0 件', href: '' }], where: ['殷巷镇交易所 公开咨询室', '殷巷镇政府便民大厅 3 号窗'], board: '/notices/1/board', hash: '7c1ef0aa94f', proof: '',
    acts: [{ action: 'object', label: '我有异议', href: '/notices/1/objections/new', method: 'get', tone: 'solid', enabled: true, hint: '谁都可以提。', blockers: [], confirm: null, fields: [], multipart: false },
      { action: 'claim', label: '我要优先租', href: '/x', method: 'get', tone: 'solid', enabled: false, hint: '', blockers: [{ text: '您还没有登录。只有李家桥村集体的成员可以主张优先。', way: { href: '/sign-in', label: '登录后再看' }, article: '农村土地承包法第 38 条' }], confirm: null, fields: [], multipart: false }],
  },
  'notices/index': { title: '看公示', page: { path: '/notices' }, values: { q: '殷巷', town: '370126101' }, towns: [{ value: '', label: '全部 12 个镇街' }, { value: '370126101', label: '殷巷镇' }], villages: [{ value: '', label: '全部村' }], kinds: [{ value: '', label: '全部' }], bands: [{ value: '', label: '不限' }], states: [{ value: 'running', label: '正在公示' }],
    found: '正在公示的，快截止的在前', used: [{ href: '/notices', label: '殷巷镇' }], pager, rows: [item, item] },
  'notices/board': { title: '关于殷巷镇李家桥村 120.00 亩土地经营权流转的公示', number: '商农公示〔2026〕第 0138 号', version: 1, text: ['李家桥村王＊＊等 8 户，拟将 8 块承包地共 120.00 亩的土地经营权，出租给禾野种植专业合作社种植小麦、玉米，自 2026 年 11 月 1 日起至 2032 年 10 月 31 日止。现予公示。'],
    parcels: parcels.parcels, area: '50.47', map, period: '到 10 月 15 日 24:00 为止。斜线的日子放假，不算。', strip: { ...strip, key: false }, how: ['一、谁觉得地不对、人不对、没同意，都可以说。', '二、本村集体成员，同样的价钱、期限想自己租，请在 10 月 15 日前书面提出（优先权）。', '三、地点：李家桥村服务站。'], square, authority: '商河县农村产权交易中心', date: '2026 年 9 月 28 日' },
  'notices/screen': { page: { title: '公示屏', hall: true, refresh: 20 }, centre: '商河县农村产权流转交易中心', now: '10 月 12 日 星期一', time: '10:27', place: '县中心-01', shown: 34, listTitle: '正在公示 17 宗',
    current: { title: ['殷巷镇李家桥村', '120.00 亩土地经营权流转'], number: '商农公示〔2026〕第 0138 号', facts, due: soon, strip: { ...strip, key: false, days: days.slice(7) }, map: { ...map, caption: '' }, square, where: ['到殷巷镇交易所公开咨询室，', '或者找村信息员，也可以扫码。'] },
    rows: [1, 2, 3, 4, 5, 6, 7].map((n) => ({ place: '沙河镇 苗李家村', left: '还剩 4 天', area: '18.66', current: n === 1 })) },
  'home/show': { title: '首页', lead: '在村里申请，镇里核地，县里 1 个工作日审完，公示满 7 个工作日，发证。每一步都能在这里查到。', today: '今天 10 月 12 日：正在公示 17 宗，在办 93 宗，已发证 138 本。', chips: [{ href: '/notices?kind=household', label: '农户承包地' }, { href: '/notices?band=50', label: '50 亩以上' }],
    lots: [['4', 'notice', '殷巷镇 李家桥村', '120.00 亩，公示第 4 天'], ['2', 'list', '沙河镇', '46.20 亩'], ['3', 'notice', '怀仁镇 马家村', '86.40 亩'], ['3', 'list', '郑路镇 黄岭村', '58.75 亩']].map(([w, kind, title, text]) => ({ w, kind, href: '/notices/1', title, text })),
    doors: [['转', '转出土地', '农户、集体'], ['查', '办到哪了', '凭编号查'], ['证', '查证书', '扫码、输码'], ['异', '提异议', '公示期内'], ['优', '优先租', '本村成员'], ['算', '算工作日', '哪天截止'], ['指', '办事指南', '要带什么'], ['问', '找人代办', '到村服务站']].map(([glyph, title, text]) => ({ href: '/guide', glyph, title, text })),
    running: [item, item, item], runningText: '全部 17 宗', issued: [{ href: '', title: '殷巷镇李家桥村 120.00 亩', text: '禾野种植专业合作社，到 2032-10-31', when: '10月28日 发证' }], figures: [{ label: '累计发证', value: '138', unit: '本', tone: '' }, { label: '县级审核按时', value: '98.6', unit: '%', tone: '' }], figuresHref: '', towns: ['许商街道', '殷巷镇', '怀仁镇'].map((name) => ({ href: '/notices', name, count: 3 })) },
  'sign-in/new': { title: '登录', next: '/desk', page: { form: { values: { login: 'x' }, errors: [{ field: 'password', detail: '账号或密码不对。' }] } }, accounts: [{ role: '县中心审核岗', name: '于＊＊', login: 'county.review', password: 'training', code: '' }, { role: '李家桥村信息员', name: '高＊＊', login: 'village.clerk', password: 'training', code: '' }] },
  'transfers/form-who': { title: '转出土地', head: head(0), action: '/x', back: '', values: { kind: 'household', contractIds: ['a'], agentName: '' }, find: { href: '/transfers/new', hint: '承包合同号、户主姓名' }, contractsHint: '可以选几户，一起转给同一家',
    kinds: [{ value: 'household', label: '农户承包地', text: '', why: '' }, { value: 'collective', label: '集体没有发包的地', text: '要有集体表决', why: '' }], contracts: [{ value: 'a', label: '王＊＊ 户', text: '4 人，18.42 亩，到 2059-09-30', why: '' }, { value: 'b', label: '赵＊ 户', text: '15.91 亩', why: '已全部租出到 2029-09-30' }], transfereeKinds: options },
  'transfers/form-land': { title: '转出土地', head: head(1), action: '/x', back: '/x', page: { form: { values: {}, errors: [{ field: 'parcelIds', detail: '至少选一块地。' }] }, assisting: { name: '王＊＊', minutesLeft: 11 } }, values: { parcelIds: ['118'] }, picked: '已选 1 块，18.42 亩', hint: '勾下面的名字。褐色的已被占用，不能选。', map: { ...map, pickable: true, plots: map.plots.map((p, i) => ({ ...p, href: p.kind === 'held' ? '' : `?plot=${i}`, say: p.number ? `取消选择 ${p.number} 号地块` : `选择地块 ${i}` })) },
    parcels: [{ value: '118', label: '1 号 东大方', text: '18.42 亩，王＊＊', why: '', partName: 'parts.118', area: '18.42' }, { value: '133', label: '6 号 南洼', text: '15.91 亩，赵＊', why: '已出租到 2029-09-30，不能再选', partName: 'parts.133', area: '15.91' }] },
  'transfers/form-terms': { title: '转出土地', head: head(2), action: '/x', back: '/x', values: { startsOn: '2026-11-01', pricePerMu: '900' }, modes: options, payments: options, uses: options, endsHint: '最晚 2029-09-30：2 号地块的承包合同到这一天', priceHint: '附近近一年成交 860–940 元', yearly: '按 120.00 亩，每年 108,000.00 元', page: { form: { values: { endsOn: '2032-10-31' }, errors: [{ field: 'endsOn', detail: '您填的 2032-10-31 超过了承包期。' }] } } },
  'transfers/form-materials': { title: '转出土地', head: head(3), back: '/x', next: '/x', later: '/x', consents: checks, consentsHint: '每个人都同意了，才能交。', papers: [{ id: 'identity', label: '身份证', hint: '正反面', required: true, action: '/x', uploads: venues.slice(2).map((v) => ({ ...v, kind: 'paper' })) }, { id: 'other', label: '别的材料', hint: '', required: false, action: '/x', uploads: [] }] },
  'transfers/form-check': { title: '转出土地', head: head(4), back: '/x', sections: [{ title: '谁', href: '/x', facts }], promises: ['写的都是真的。', '地没有纠纷。'], acts: acts.slice(0, 2), receipt: '/x' },
  'desk/director': { title: '全县办得怎么样', page: staff, chips, stats: [{ label: '在办', value: '93', unit: '件', tone: '' }], late: [{ due: late, title: '前堤子村 33.14 亩出租', number: '370126109A26090002', href: '/x', holder: '孙集镇 初审岗', reason: '镇初审', act: null }],
    towns: { label: '12 个镇街按时率，最低郑路镇 88.9%', height: 120, rows: [{ y: 26, name: '郑路镇', width: 84, late: 0, tone: 'c', value: '88.9%' }, { y: 56, name: '龙桑寺镇', width: 172, late: 0, tone: 'a', value: '96.4%' }], goal: { x: 243, text: '目标 95%' }, caption: '横条从 80% 画起。', table },
    months: { label: '近 12 个月流转面积', bars: [{ x: 1, y: 107, height: 67, tone: 'a', value: '6.1', name: '11' }, { x: 31, y: 44, height: 130, tone: 'b', value: '11.8', name: '12' }], caption: '下面是月份，单位千亩。', table }, steps: { label: '镇初审 21 件', height: 60, rows: [{ y: 4, name: '镇初审', width: 168, late: 16, tone: 'a', value: '21' }], goal: null, caption: '', table }, blocked: [{ href: '/x', title: '黄岭村 12.75 亩', number: '370126105A26090015', text: '有 1 件异议没有答复。' }] },
  'verify/show': { title: '查证书', values: { code: 'K7M492QDXT5A' }, verdict: { state: 'valid', tone: 'go', stamp: '有效', heading: '这本证书是真的，现在有效', text: '2026 年 10 月 29 日 09:12 查的', facts, advice: '请和手里的纸一项一项对。有一项不一样，就不要付钱，打电话问县中心。', timeline, map } },
  'verify/revoked': { template: 'verify/show', title: '查证书', values: {}, verdict: { state: 'revoked', tone: 'stop', stamp: '已撤销', heading: '这本证书发错了，不能用', text: '2026 年 10 月 29 日 09:12 查的', facts: [], advice: '不要付钱，打电话问县中心。', timeline: [], map: null } },
  'verify/empty': { template: 'verify/show', title: '查证书', values: {}, verdict: null },
  'calculator/show': { title: '算工作日', values: { start: '2026-09-30', workingDays: '7' }, years: '已公布放假安排：2016 年到 2026 年。', answer: { heading: '最后一天是 2026年10月15日（周四）', text: '算 7 个，跳过 8 天。', due: soon, strip, why: { ...why, open: true } } },
  'guide/show': { title: '转出承包地：办事指南', lead: '农户把承包地租出去，按下面办。', steps: [{ title: '到村里申请', who: '您', within: '', text: '带身份证、承包合同。' }, { title: '县里审核', who: '县中心', within: '1 个工作日', text: '齐了就审。' }], materials: [{ title: '转出的人', items: [{ name: '身份证', note: '' }, { name: '承包合同', note: '找不到的，镇里能调' }] }], costs: ['不收钱。'], offices: [{ name: '殷巷镇交易所', place: '镇政府便民大厅', hours: '工作日 8:30–12:00', phone: '' }], questions: [{ ask: '家里人不同意怎么办', answer: ['不能办。'] }], basis: ['农村土地承包法'] },
  'follow/show': { title: '查进度', values: { number: '370126101A26090017' }, missing: false, found: { title: '李家桥村 120.00 亩出租', number: '370126101A26090017', state: tag('公示中', 'wait'), due: soon, why, facts, timeline, links: [{ href: '/x', label: '看公示' }], todo: ['到镇里签合同'] } },
  'follow/missing': { template: 'follow/show', title: '查进度', values: {}, missing: true, found: null },
  'objections/new': { title: '我有异议', notice, action: '/x', values: { kind: 'bounds' }, kinds: [{ value: 'bounds', label: '四至、面积不对', text: '', why: '' }, { value: 'consent', label: '没有同意、签字是假的', text: '', why: '' }], relations: [{ value: 'neighbour', label: '四邻', text: '', why: '' }], recorded: true },
  'priority/new': { title: '我想优先租', notice, action: '/x', terms: facts, claimant: facts.slice(0, 1), values: {}, blockers: acts[0].blockers },
  'clock/show': { title: '演练时钟', now: '2026年10月12日（周一）10:27', ahead: '比真的快 3 天', next: [{ label: '公示到期', text: '李家桥村 120.00 亩，10月15日 24:00' }], values: {}, page: staff },
  'account/show': { title: '我的账号', facts, factor: { on: false, setup: { square, secret: 'JBSW Y3DP' } }, sessions: [{ where: '县中心，Edge', since: '9:02', seen: '10:27', current: true, action: '' }, { where: '家里，Chrome', since: '昨天', seen: '昨天', current: false, action: '/x' }], values: {}, page: staff },
};
