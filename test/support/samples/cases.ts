import { late, soon, tag, today, why, staff } from './period.js';
import { facts, map, parcels, venues } from './land.js';
import { acts, checks, chips, pager, row, timeline, trail } from './parts.js';
import type { PageSample } from './sample.js';

export const cases: Record<string, PageSample> = {
  'transfers/show': {
    page: {
      title: '案件 370126101A26090017',
      ...staff,
      flash: { tone: '', title: '已保存。', text: '您的核查意见存好了，还没有提交。' },
    },
    trail,
    title: '李家桥村 120.00 亩出租',
    number: '370126101A26090017',
    kind: '农户承包土地经营权',
    state: tag('县级审核', 'wait'),
    round: 2,
    due: today,
    why,
    asked: {
      title: '镇里请您补 1 项，一次说全了',
      items: [{ title: '价钱', text: '和意向书不一样', article: '流转办法第十九条' }],
    },
    facts,
    application: '/x',
    map,
    parcels,
    shares: [
      {
        name: '王演一户',
        href: '/register/households/1',
        contracts: '370126101226000001J',
        parcels: 2,
        area: '8.12',
        yearly: '7,308.00',
      },
      { name: '李演二户', href: '', contracts: '', parcels: 1, area: '3.02', yearly: '2,718.00' },
    ],
    consentsTitle: '共有人同意',
    mandates: [
      {
        title: '王演一户委托辛代耘',
        result: 'yes',
        text: '代为洽谈并签订合同、监督履行，到 2027年1月31日。',
        way: { href: '/files/1', label: '看委托书' },
        article: '流转办法第8条',
      },
    ],
    capital: checks.slice(0, 1),
    mortgages: [
      {
        title: '演练农商行',
        result: '',
        text: '地抵押着，还没有抵押权人的书面同意。',
        way: { href: '/encumbrances/1', label: '看这笔抵押' },
        article: '民法典第406条',
      },
    ],
    consents: checks.slice(0, 1),
    checks,
    survey: {
      href: '/x',
      text: '',
      facts: [{ label: '到场', value: '2026年9月24日 09:30', href: '' }],
      checks: [{ title: '东大洼', result: 'no', text: '合同 3.00 亩，实测 3.30 亩', way: null, article: '' }],
    },
    checksText: '12 项，已填 10 项',
    materials: [
      {
        name: '转出申请书',
        href: '/x',
        source: '村服务站代填，已念给本人听',
        when: '9月23日 10:12',
        tag: tag('指纹相符', 'go'),
        many: '共 2 份，上面是最新的',
        copies: [{ label: '第 1 份，9月23日 10:12，演录入', href: '/x' }],
      },
    ],
    papers: [
      { name: '受理通知书', number: '商农受〔2026〕第 0017 号', href: '/x', when: '9月23日', tag: tag('有效', 'go') },
    ],
    notice: {
      href: '/notices/1',
      number: '商农公示〔2026〕第 0138 号',
      text: '三处都有凭证。',
      due: soon,
      venues,
      objections: [{ href: '/objections/1', number: '异议 1', kind: '四至', state: tag('已答复：不成立', 'go') }],
    },
    money: facts.slice(4, 5),
    acts,
    timeline,
  },
  'transfers/index': {
    page: { title: '案件', ...staff, path: '/transfers' },
    title: '案件',
    chips,
    pager: { ...pager, previous: '?' },
    start: { href: '/transfers/new', label: '新办一件' },
    rows: [
      {
        href: '/transfers/1',
        title: '李家桥村 120.00 亩出租',
        number: '370126101A26090017',
        place: '殷巷镇 李家桥村',
        extent: '120.00 亩，6 年',
        state: tag('县级审核', 'wait'),
        due: today,
        parties: '王＊＊ 等 8 户 → 禾野种植专业合作社',
      },
    ],
  },
  'desk/queue': {
    page: { title: '待审案件', ...staff },
    title: '待审 8 件，今天到期 3 件',
    now: '9 月 28 日 星期一 09:30，今天 17:00 下班',
    stats: [
      { label: '已超时', value: '1', unit: '', tone: 'stop' },
      { label: '今天 17:00 前', value: '3', unit: '', tone: 'act' },
      { label: '本月按时', value: '98.6', unit: '%', tone: '' },
    ],
    chips,
    lateText: '超时不等于通过，要您写意见才能往下走；已记入主任的超时清单。',
    pager,
    explain: '镇里报齐的当天不算，下一个工作日 17:00 到期。',
    empty: null,
    queue: {
      caption: '待审案件，最急的在前',
      rows: [
        row('370126105A26090009', late, {}, { late: true, hints: [tag('已超时', 'stop')] }),
        row('370126101A26090017', today, {}),
        row('370126111A26090006', today, { why: '您受理过这一件，不能再审核（三岗分开）' }, { hints: [] }),
        row(
          '370126106A26090005',
          { level: 'held', words: '停表', note: '9月24日 退回镇里补正' },
          { solid: false, label: '查看' },
        ),
      ],
    },
  },
};
