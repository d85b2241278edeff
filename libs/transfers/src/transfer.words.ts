/** Words of the list of cases: of its fields, of the values of its filters, of its orders. */
export const caseLabels = {
  title: '案件',
  search: '案号、村、谁',
  fields: {
    number: '案件编号',
    stateWord: '到哪一步',
    dueAt: '到期',
    dueWords: '还剩',
    round: '轮次',
    place: '镇街、村',
    areaMu: '面积（亩）',
    years: '年限',
    priceFen: '价款（元/亩/年）',
    kind: '哪一类',
    transferor: '转出方',
    transferee: '受让方',
    createdAt: '起草',
  },
  state: { label: '到哪一步', every: { '': '全部状态' } },
  kind: { label: '哪一类', every: { '': '全部种类' } },
  office: { label: '镇街、村', choices: { '': '全部地方' } },
  sorts: { newest: '最近的在前', due: '快到期的在前', largest: '面积大的在前' },
} as const;

/** What a party calls its cases, and how one begins. */
export const caseWords = { own: '我的案件', enter: '录入一件', apply: '申请', revise: '改申请、传材料' } as const;

/** What stands above the forms of a case. */
export const headWords = {
  case: '案件',
  draft: '草稿',
  transferor: '转出方',
  transferee: '受让方',
  back: '不办了，回案件',
} as const;

/** How a household is called after its head. */
export const householdSign = '户';

/** Behind an area in the name of a case. */
export const muSign = '亩';

/** What the desk calls a case. */
export const caseWork = '流转案件';

/** What it calls a case whose consequence is to be drawn. */
export const consequenceWork = {
  upheld: { label: '异议成立', effects: { replace: '要撤回补正', end: '要终止' } },
  stopped: { label: '不再流转', state: { label: '要终止', tone: 'stop' } },
  landOut: '土地交还',
  dark: '公示中断',
} as const;
