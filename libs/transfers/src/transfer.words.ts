import { codes } from '#kernel';
export const transferModes = codes('TransferMode', { lease: '出租', subcontract: '转包', share: '入股' });
export type TransferMode = keyof typeof transferModes;

/** Ways that an application may ask for: 入股 waits for its own form of contract (GF-2021-2607); old records keep their word. */
export const openModes = { lease: transferModes.lease, subcontract: transferModes.subcontract } as const;
export type OpenMode = keyof typeof openModes;

export const transferKinds = codes('TransferKind', {
  contracted: '农户承包土地经营权',
  collective: '集体未发包土地经营权',
});
export type TransferKind = keyof typeof transferKinds;

/** What both sides say of the land and of themselves, each in words or 无 (转出申请书、受让申请书的必填项). */
export const declarations = {
  lease: '地上现有的租约',
  dispute: '权属、边界的争议',
  credit: '受让方的失信、诉讼记录',
} as const;

/** Words of the list of cases: of its fields, of the values of its filters, of its orders. */
export const transferLabels = {
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
export const transferWords = { own: '我的案件', enter: '录入一件', apply: '申请', revise: '改申请、传材料' } as const;

/** How a claimant's own case begins. */
export const claimWords = { draft: '优先权人承接，起草申请' } as const;

/** What the history says of acts that nobody pressed, or that go with another. */
export const deskRemarks = {
  waived: '按规定免缴',
  returned: '退回补正',
  checked: '填核查清单',
  decision: '看决议',
} as const;

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

/** What a price was held against. */
export const priceParts = {
  medianFen: '本镇近一年的中间价',
  deals: '几宗',
  percent: '差百分之几',
} as const;

/** What the desk calls a case. */
export const transferWork = '流转案件';

/** What it calls a case whose consequence is to be drawn. */
export const consequenceWork = {
  upheld: { label: '异议成立', effects: { replace: '要撤回补正', end: '要终止' } },
  stopped: { label: '不再流转', state: { label: '要终止', tone: 'stop' } },
  landOut: '土地交还',
  payee: { label: '租金付给谁', state: { label: '要双方确认', tone: 'act' } },
} as const;
