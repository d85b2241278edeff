import { codes } from '#kernel';

/** What a row of the register would change of land that somebody is taking or has taken. */
export const landChangeKinds = codes('LandChangeKind', {
  contract: '承包合同',
  contractor: '承包方',
  area: '合同面积',
  measured: '实测面积',
  from: '承包期起',
  to: '承包期止',
});

/** What the history calls how a change came in, and what became of it by itself. */
export const landChangeNotes = {
  held: '登记簿交来变更，等决定',
  again: '登记簿又交来，内容变了',
} as const;

/** What the desk calls them. */
export const landChangeWork = '登记簿变更';

/** What pages and the document call the parts of a change. */
export const landChangeLabels = {
  title: '登记簿变更',
  search: '代码、承包方',
  change: {
    kind: '改什么',
    before: '登记簿现在',
    after: '交来的',
    reason: '理由',
    place: '镇街、村',
    differences: '改动',
    parcels: '地块',
    cases: '涉及的案件和权利',
    files: '凭证',
  },
  parcel: { code: '地块代码', name: '地块名称' },
  case: {
    number: '案号',
    holder: '受让方',
    grantor: '转出方',
    parcel: '地块',
    termStart: '从哪天起',
    termEnd: '到哪天止',
    status: '状态',
  },
  fields: {
    code: '地块、合同代码',
    place: '镇街、村',
    table: '哪张表',
    said: '改什么',
    cases: '案件',
    state: '状态',
    stateSince: '从什么时候起',
    dueAt: '到期',
    lastDay: '哪天以前决定',
  },
  state: '状态',
  every: { '': '等决定的', all: '全部' },
  filters: { office: { label: '镇街、村', choices: { '': '全部地方' } } },
  sorts: { due: '最急的在前', latest: '最近的在前' },
} as const;
