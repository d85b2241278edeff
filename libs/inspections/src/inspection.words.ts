import { codes } from '#kernel';
/** What the desk calls a survey. */
export const surveyWork = '实地调查';

/** What the history says of what was recorded in the field. */
export const fieldLines = {
  planned: '安排实地调查',
  went: '同去',
  measured: '量面积（亩）',
  asked: '问四邻',
  photos: '照片（张）',
  findings: '写调查情况',
} as const;

/** Words of the list of surveys. */
export const surveyLabels = {
  title: '实地调查',
  fields: {},
  state: { label: '到哪一步', every: { '': '要去的' } },
  sorts: { due: '快到期的在前', latest: '最近动过的在前' },
} as const;

export const farmlandFindings = codes('FarmlandFinding', { none: '没有', part: '有一部分', all: '全部是' });
export const farmlandOnSite = codes('FarmlandOnSite', { yes: '是', no: '不是' });
export const conclusions = codes('SurveyConclusion', {
  agrees: '现场与申请一致',
  differs: '现场与申请有出入',
  unfit: '不具备流转条件',
});
export const sides = codes('Side', { east: '东', south: '南', west: '西', north: '北' });
/** How somebody agreed to a boundary. */
export const agreementMethods = codes('AgreementMethod', {
  signed: '签字',
  fingerprint: '按指印',
  phone: '电话确认',
  witness: '见证人证明',
});
export const confirmationMethods = codes('ConfirmationMethod', {
  ...agreementMethods,
  refused: '拒绝确认',
  absent: '找不到人',
});

/** What the document calls the parts of a survey. */
export const partLabels = {
  state: '到哪一步',
  place: '坐落',
  caseNumber: '案件编号',
  round: '第几次调查',
  surveyors: '谁去的',
  surveyorsAtLeast: '至少几个人同去',
  visitedAt: '到场',
  occupation: '现在谁在用',
  crops: '地上作物',
  fixtures: '附着物',
  hazards: '水淹、污染',
  basicFarmland: '永久基本农田',
  farmlandNote: '农田说明',
  recordedFarmland: '登记是永久基本农田',
  farmland: '现场是永久基本农田',
  farmlandDiffers: '现场和登记不一样',
  conclusion: '结论',
  opinion: '意见',
  parcels: '每块地',
  parcel: { code: '地块代码', name: '地块', contractor: '承包方', recordedMu: '确权（亩）', measuredMu: '实测（亩）' },
  differencePercent: '差多少（%）',
  flagged: '差得超过县里定的',
  points: '定位点有几个',
  remark: '说明',
  neighbour: { side: '哪一边', name: '四邻', confirmed: '认不认', method: '怎样确认' },
  photos: '现场照片',
} as const;
