import { codes } from './codes.js';
import { fen } from './fen.js';
import { mu } from './mu.js';
import { choice, definition, list, type CapitalThreshold } from './parameter-definition.js';

/** Who may take land, as the county's own account and the licence rules for outside capital name them. */
export const transfereeKinds = codes('TransfereeKind', {
  member: '本集体成员',
  large_grower: '种粮大户',
  family_farm: '家庭农场',
  cooperative: '农民专业合作社',
  leading_enterprise: '农业龙头企业',
  enterprise: '其他工商企业',
  outside_person: '本集体以外的自然人',
  other: '其他组织',
});
export type TransfereeKind = keyof typeof transfereeKinds;

/** Bodies that a county may count as outside capital; of people it has no say (灵台县细则第二条). */
const capitalBodies = {
  family_farm: transfereeKinds.family_farm,
  cooperative: transfereeKinds.cooperative,
  leading_enterprise: transfereeKinds.leading_enterprise,
  enterprise: transfereeKinds.enterprise,
  other: transfereeKinds.other,
} as const;

/** Who may decide on land of the collective that is not contracted out. */
export const decisionBodies = codes('DecisionBody', {
  member_assembly: '成员大会',
  village_assembly: '村民会议',
  village_representatives: '村民代表会议',
});
export type DecisionBody = keyof typeof decisionBodies;

/** How takers of one lot bid for it (领域规则 1.10；附加材料：每次报价重新计时的一种). */
export const biddingModes = codes('BiddingMode', {
  live: '网上竞价：自由竞价以后，最后几分钟有人出价就延时',
  countdown: '倒计时竞价：每次报价重新计时',
  sealed: '一次报价：只报一次，到时间一起打开',
  posted: '一口价：先到先得',
});
export type BiddingMode = keyof typeof biddingModes;

/** Who may match the highest price (承包法第三十八条第五项；流转办法第十条). */
export const bidPriorities = codes('BidPriority', {
  member: '本集体经济组织成员',
  incumbent: '期满续租的原受让方',
});
export type BidPriority = keyof typeof bidPriorities;

/** The eight kinds of rural right that may be traded (国办发〔2014〕71号所列七类，加其他). */
export const rightKinds = codes('RightKind', {
  contracted: '农户承包土地经营权',
  forest: '林权',
  wasteland: '“四荒”使用权',
  assets: '集体经营性资产',
  equipment: '农业生产设施设备',
  waterworks: '小型水利设施使用权',
  knowledge: '农业类知识产权',
  other: '其他',
});
export type RightKind = keyof typeof rightKinds;

/** Where the seed of a draw comes from. */
export const seedWays = codes('SeedWay', { observer: '观察人录入', sealed: '各方封存的号码' });
export type SeedWay = keyof typeof seedWays;

const threshold = (from: string, to: string | null, authority: CapitalThreshold['authority']): CapitalThreshold => ({
  fromMu: mu(from),
  toMu: to === null ? null : mu(to),
  authority,
  basis: '演练用分级标准，不具有法律效力',
});

const workingDays = { kind: 'days', unit: '个工作日', min: 1 } as const;

/**
 * Every number the county may change, with where it comes from. The law's own floors are limits here, not comments: a
 * value below them cannot be entered.
 */
// One line, one number: aligned by hand.
// prettier-ignore
export const parameterTable = {
  // Time limits of the path.
  townReviewWorkingDays: definition({ ...workingDays, label: '镇街初审期限', value: 2, source: '商河公布流程未写明；参照江苏省交易规则草案', mark: 'D' }),
  correctionWorkingDays: definition({ ...workingDays, label: '补正期限', value: 10, source: '平台设定；参照行政许可法第三十二条一次性告知', mark: 'D' }),
  surveyWorkingDays: definition({ ...workingDays, label: '实地调查期限', value: 3, source: '平台设定', mark: 'D' }),
  countyReviewWorkingDays: definition({ ...workingDays, label: '县级审核期限', value: 1, source: '商河县公布流程：县级审核1个工作日内完成', mark: 'P' }),
  openOfBusiness: definition({ kind: 'time', label: '上班时间', value: '08:30', source: '平台设定', mark: 'D' }),
  closeOfBusiness: definition({ kind: 'time', label: '下班时间', value: '17:00', source: '民法典第二百零三条；具体时间为平台设定', mark: 'D' }),
  noticeWorkingDays: definition({ ...workingDays, min: 7, limit: '商河县公布流程：公示不少于7个工作日', label: '公示期', value: 7, source: '商河县公布流程：公示不少于7个工作日', mark: 'P' }),
  venueOutageWorkingDays: definition({ ...workingDays, label: '公示场所中断多久即延长公示', value: 1, source: '平台设定', mark: 'D' }),
  capitalApprovalWorkingDays: definition({ ...workingDays, max: 20, limit: '农村土地经营权流转管理办法第二十九条：受理之日起二十个工作日内', label: '工商资本审批期限', value: 20, source: '农村土地经营权流转管理办法第二十九条', mark: 'law' }),
  objectionDecisionWorkingDays: definition({ ...workingDays, label: '异议处理期限', value: 3, source: '参照招标投标法实施条例第五十四条', mark: 'D' }),
  priorityAnswerWorkingDays: definition({ ...workingDays, label: '优先权主张答复期限', value: 3, source: '平台设定；优先权见承包法第三十八条第五项', mark: 'D' }),
  signingWorkingDays: definition({ ...workingDays, label: '签订合同期限', value: 5, source: '平台设定', mark: 'D' }),
  filingWorkingDays: definition({ ...workingDays, label: '向发包方备案期限', value: 5, source: '承包法第三十六条要求备案；期限为平台设定', mark: 'D' }),
  depositWorkingDays: definition({ ...workingDays, label: '缴纳风险保障金期限', value: 5, source: '平台设定', mark: 'D' }),
  landChangeWorkingDays: definition({ ...workingDays, label: '登记簿变更涉及在办案件、已生效流转的决定期限', value: 5, source: '平台设定；只有承包方能流转，见承包法第三十六条', mark: 'D' }),
  certificateWorkingDays: definition({ ...workingDays, label: '颁发经营权证书期限', value: 3, source: '平台设定', mark: 'D' }),
  reservationDays: definition({ kind: 'days', unit: '天', min: 1, label: '签合同以前，在办申请占用地块的最长时间', value: 180, source: '平台设定', mark: 'D' }),
  listingWorkingDays: definition({ ...workingDays, min: 7, limit: '吴忠农村产权交易中心发布出让信息操作规则：不少于7个工作日', label: '挂牌期限', value: 7, source: '平台设定；参照吴忠农村产权交易中心发布出让信息操作规则（2021）', mark: 'D' }),
  stationDraftDays: definition({ kind: 'days', unit: '天', min: 1, max: 30, label: '没有传上来的挂牌草稿在村里的手机上最多留几天', value: 3, source: '平台设定，待县里确认；个人信息保护法第十九条：保存期限为最短时间', mark: 'D' }),
  listingExtensionWorkingDays: definition({ ...workingDays, label: '挂牌延长一次的期限', value: 5, source: '平台设定', mark: 'D' }),
  listingExtensionsMost: definition({ kind: 'count', unit: '次', label: '挂牌最多延长几次', value: 3, source: '平台设定', mark: 'D' }),
  bidDepositPercent: definition({ kind: 'count', unit: '%', min: 1, max: 100, label: '交易保证金占一年挂牌价款的比例', value: 10, source: '平台设定，待县里确认；各地挂牌公告为 9% 至 31%', mark: 'D' }),
  bidDepositBasis: definition({ kind: 'text', label: '交易保证金的依据（印在页面上）', value: '挂牌公告；平台规则 牌-06', source: '平台设定，待县里确认', mark: 'D' }),
  bidDepositReleaseWorkingDays: definition({ ...workingDays, label: '没有竞得的，几个工作日以内退还交易保证金', value: 3, source: '平台设定，待县里确认；2016 年产权交易挂牌、平阳县 2023 年指南为 3 个工作日', mark: 'D' }),
  biddingMode: choice({ options: biddingModes, label: '竞价怎么进行（一宗没有另写的）', value: 'live', source: '平台设定，待县里确认；2016 年产权交易挂牌、宝应 321023106A25110017 均为网上多次报价', mark: 'D' }),
  bidStepMuYearFen: definition({ kind: 'fen', unit: '分/亩/年', min: 1, label: '竞价的加价幅度：按元/亩/年挂牌的', value: fen(1_000), source: '平台设定，待县里确认；宝应 321023106A25110017（2025）为 10 元/亩/年', mark: 'D' }),
  bidStepYearFen: definition({ kind: 'fen', unit: '分/年', min: 1, label: '竞价的加价幅度：按元/年挂牌的', value: fen(50_000), source: '平台设定，待县里确认；海南 2024 年 9 月挂牌（374.6 亩）为一年 500 元', mark: 'D' }),
  bidStepTotalFen: definition({ kind: 'fen', unit: '分', min: 1, label: '竞价的加价幅度：一次总价的', value: fen(10_000), source: '平台设定，待县里确认；天津 2025 年林带挂牌（总价 9 万元起）为 100 元', mark: 'D' }),
  bidFreeMinutes: definition({ kind: 'count', unit: '分钟', min: 1, max: 1440, label: '自由竞价期多长', value: 120, source: '平台设定，待县里确认；2016 年产权交易挂牌为 4 小时', mark: 'D' }),
  bidWindowSeconds: definition({ kind: 'count', unit: '秒', min: 30, max: 3600, label: '最后多少秒以内有人出价就延时，延时也是这么长', value: 300, source: '平台设定，待县里确认；各交易所多为 3 至 5 分钟', mark: 'D' }),
  bidExtensionsMost: definition({ kind: 'limit', unit: '次', label: '竞价最多延时几次', value: null, source: '没有查得规定；不填就不限次数', mark: 'D' }),
  bidStepsMost: definition({ kind: 'limit', unit: '倍', min: 1, label: '一次报价最多加几个加价幅度', value: null, source: '没有查得规定；不填就不限', mark: 'D' }),
  bidPriorities: list({ options: bidPriorities, label: '竞价里谁有优先权，先写的在先', value: ['member', 'incumbent'], source: '承包法第三十八条第五项；农村土地经营权流转管理办法第十条；两者先后待县里确认', mark: 'D' }),
  bidNoticeWorkingDays: definition({ ...workingDays, label: '竞价最少提前几个工作日公告开始时间', value: 1, source: '平台设定，待县里确认；海南 2024 年 9 月挂牌：报名截止的次日竞价', mark: 'D' }),
  bidStartsFrom: definition({ kind: 'time', label: '竞价最早几点开始', value: '09:00', source: '平台设定，待县里确认；海南 2024 年 9 月挂牌为 10:00 至 16:00', mark: 'D' }),
  bidStartsUntil: definition({ kind: 'time', label: '竞价最晚几点开始', value: '15:00', source: '平台设定，待县里确认：自由竞价期在下班以前结束', mark: 'D' }),
  bidClockErrorMs: definition({ kind: 'count', unit: '毫秒', min: 1, max: 1000, label: '服务器时钟误差大于多少时，报价时间由数据库来记', value: 50, source: '平台设定；法释〔2016〕18号第二十条：以进入系统的时间为准', mark: 'D' }),
  qualifyingWorkingDays: definition({ ...workingDays, label: '资格审查期限', value: 2, source: '平台设定', mark: 'D' }),
  questionWorkingDays: definition({ ...workingDays, label: '挂牌提问的答复期限', value: 2, source: '平台设定，待县里确认', mark: 'D' }),
  questionsOpenMost: definition({ kind: 'count', unit: '个', min: 1, label: '同一方在一宗挂牌里最多几个提问等答复', value: 3, source: '平台设定，待县里确认', mark: 'D' }),
  wantedCheckWorkingDays: definition({ ...workingDays, label: '求租信息核对期限', value: 2, source: '平台设定，待县里确认', mark: 'D' }),
  wantedDays: definition({ kind: 'days', unit: '天', min: 1, label: '求租信息公开多少天以后下架', value: 90, source: '平台设定，待县里确认', mark: 'D' }),
  wantedOpenMost: definition({ kind: 'count', unit: '条', min: 1, label: '同一方最多几条求租信息没有结束', value: 5, source: '平台设定，待县里确认', mark: 'D' }),
  equalClaimsSeed: choice({ options: seedWays, label: '竞价同价同序抽签，种子从哪来', value: 'sealed', source: '平台设定，待县里确认；公布的江苏平台规则只写由系统抽签', mark: 'D' }),
  drawSeedWorkingDays: definition({ ...workingDays, label: '抽签公布名单摘要以后录入种子的期限', value: 2, source: '平台设定，待县里确认', mark: 'D' }),
  drawSealingHours: definition({ kind: 'count', unit: '小时', min: 1, max: 240, label: '抽签的各方封存号码的时间', value: 24, source: '平台设定，待县里确认', mark: 'D' }),
  drawOpeningHours: definition({ kind: 'count', unit: '小时', min: 1, max: 240, label: '抽签的各方揭开号码的时间', value: 24, source: '平台设定，待县里确认', mark: 'D' }),
  savedSearchesMost: definition({ kind: 'count', unit: '个', min: 1, label: '一个账号最多关注几个找地条件', value: 10, source: '平台设定，待县里确认', mark: 'D' }),
  barringMonths: definition({ kind: 'limit', unit: '个月', min: 1, max: 120, label: '违约的一方多长时间不得报名', value: null, source: '没有查得规定，由县里定；不填的，每一件决定写明到哪天', mark: 'D' }),
  barringAnswerWorkingDays: definition({ ...workingDays, label: '拟作禁入的告知书发出以后，陈述、申辩的期限', value: 5, source: '平台设定，待县里确认；参照行政处罚法第四十四、四十五条：决定以前告知，听取陈述、申辩', mark: 'D' }),
  barringAppealWorkingDays: definition({ ...workingDays, label: '禁入复核的答复期限', value: 10, source: '平台设定，待县里确认', mark: 'D' }),
  lotRecordYears: definition({ kind: 'count', unit: '年', min: 5, limit: '拍卖法第五十四条：不少于五年', label: '没有成交的挂牌，资料从结束那天起保管几年', value: 5, source: '拍卖法第五十四条：自委托合同终止之日起不少于五年', mark: 'P' }),
  contractRecordYears: definition({ kind: 'count', unit: '年', min: 5, limit: '拍卖法第五十四条：不少于五年', label: '成交的挂牌，资料从合同期满那天起保管几年', value: 30, source: '平台设定，待县里和档案部门确认', mark: 'D' }),
  resultNoticeWorkingDays: definition({ ...workingDays, label: '成交结果公示期（农户承包地、集体未发包地以外的各类）', value: 5, source: '平台设定，待县里确认；参照国有资产交易结果公示不少于5个工作日的惯例', mark: 'D' }),
  openRightKinds: list({ options: rightKinds, label: '收哪几类产权的挂牌', value: ['contracted', 'forest', 'wasteland', 'assets', 'equipment', 'waterworks', 'knowledge', 'other'], source: '国办发〔2014〕71号所列七类，加其他；本县开哪几类待县里确认', mark: 'M' }),
  noticePublicMonths: definition({ kind: 'count', unit: '个月', min: 1, label: '公示页面公开保留时间', value: 12, source: '个人信息保护法第十九条：保存期限为最短时间', mark: 'D' }),
  expiryReminderDays: definition({ kind: 'days', unit: '天', min: 1, label: '到期前多少天寄到期提醒', value: 120, source: '农村土地经营权流转管理办法第十条（期满同等条件下优先续约）；早于合同写的期满前 90 日，双方来得及准备', mark: 'D' }),
  renewalRequestDays: definition({ kind: 'days', unit: '天', min: 1, label: '续租、不续租在期满前多少天以内书面提出（印在合同、提醒书上）', value: 90, source: '示范合同 GF-2021-2606 第十条第二项：期满前若干日内，天数由双方填写；90 天为平台设定', mark: 'D' }),
  landReturnDays: definition({ kind: 'days', unit: '天', min: 1, label: '期满、终止后多少天以内交还土地（印在合同、通知书上）', value: 15, source: '示范合同 GF-2021-2606 第十条第二项：天数由双方填写；15 天为平台设定', mark: 'D' }),
  renewalOpensDays: definition({ kind: 'days', unit: '天', min: 1, label: '到期前多少天起可以申请续期', value: 365, source: '平台设定；参照济南市农村四荒资源开发管理条例：届满一年前提出续期', mark: 'D' }),

  // Survey and area.
  surveyorsAtLeast: definition({ kind: 'count', unit: '人', min: 2, limit: '参照行政许可法第三十四条：核查应指派两名以上工作人员', label: '实地调查最少人数', value: 2, source: '参照行政许可法第三十四条', mark: 'law' }),
  areaDifferencePercent: definition({ kind: 'count', unit: '%', max: 100, label: '实测与合同面积差异警示', value: 5, source: '平台设定', mark: 'D' }),
  overlapPercent: definition({ kind: 'count', unit: '%', max: 100, label: '两块地在图上重叠，占小的一块多少以上算同一处', value: 2, source: '平台设定；与下一项比，取大的', mark: 'D' }),
  overlapAreaMu: definition({ kind: 'mu', unit: '亩', label: '两块地在图上重叠，多少亩以上算同一处', value: mu('0.1'), source: '平台设定；与上一项比，取大的', mark: 'D' }),
  areaToleranceMu: definition({ kind: 'mu', unit: '亩', label: '地块分割面积容差', value: mu('0.01'), source: '平台设定：证书面积保留两位小数', mark: 'D' }),

  // Parties and term.
  ageMin: definition({ kind: 'count', unit: '周岁', min: 18, limit: '民法典第十七、十八条：成年人为完全民事行为能力人', label: '受让方最低年龄', value: 18, source: '民法典第十七、十八条', mark: 'law' }),
  ageMax: definition({ kind: 'limit', unit: '周岁', min: 18, max: 120, label: '受让方最高年龄（超过须有担保人）', value: null, training: 70, source: '没有查得适用本县的规定，不填就没有上限；南乐县农村产权交易规则、天津样本定 70 周岁', mark: 'D' }),
  longTermWarnYears: definition({ kind: 'count', unit: '年', min: 1, max: 70, label: '期限过长提示', value: 20, source: '民法典第七百零五条（租赁期限二十年），是否适用有争议', mark: 'D' }),
  registrableYears: definition({ kind: 'count', unit: '年', min: 5, max: 5, limit: '承包法第四十一条、民法典第三百四十一条：五年以上', label: '可申请不动产登记的期限（印在证书、鉴证书上）', value: 5, source: '承包法第四十一条、民法典第三百四十一条、自然资发〔2022〕157号', mark: 'law' }),
  priceFarPercent: definition({ kind: 'count', unit: '%', min: 1, max: 1000, label: '价款和本镇近一年中间价差多少就再问一遍', value: 50, source: '平台设定，待县里确认', mark: 'D' }),
  pricesShownFrom: definition({ kind: 'count', unit: '宗', min: 3, limit: '再少就看出某一家的价钱（个人信息保护法第六条）', label: '近一年成交不到多少宗的，成交价不公布，填的价钱也不比较', value: 5, source: '平台设定', mark: 'D' }),
  rentKgPerMuMost: definition({ kind: 'limit', unit: '公斤/亩/年', min: 1, label: '实物租金每亩每年最多多少公斤', value: null, source: '没有查得规定，由双方商定；不填就没有上限，填了只用来拦多写的一个零', mark: 'D' }),
  certificateMinYears: definition({ kind: 'count', unit: '年', max: 70, label: '颁发经营权证书的最短期限', value: 0, source: '商河县公布流程未设下限，待县里确认', mark: 'D' }),

  // Decisions on land that is not contracted out.
  defaultDecisionBody: choice({ options: decisionBodies, label: '默认决议机构', value: 'member_assembly', source: '农村集体经济组织法第二十七、二十八条（新法把土地承包事项收归成员大会）', mark: 'D' }),
  acceptedDecisionBodies: list({ options: decisionBodies, label: '可接受的决议机构', value: ['member_assembly', 'village_assembly', 'village_representatives'], source: '承包法第五十二条；农村集体经济组织法第二十七、二十八条', mark: 'D' }),

  // Outside capital.
  capitalThresholds: definition({ kind: 'thresholds', label: '工商资本流转分级审批表', value: [], training: [ { ...threshold('0', '200', 'none'), basis: '演练文号：演政发〔2026〕1号，不具有法律效力' }, threshold('200', '500', 'town'), threshold('500', '1000', 'county'), threshold('1000', '2000', 'city'), threshold('2000', null, 'province'), ], source: '农村土地经营权流转管理办法第二十九条；山东省分级标准未查得，启用前须由县里填写', mark: 'M' }),
  capitalTransfereeKinds: list({ options: capitalBodies, label: '按工商资本管理的单位（本集体以外的自然人一律按工商资本，不在此表）', value: ['family_farm', 'cooperative', 'leading_enterprise', 'enterprise', 'other'], source: '楚雄州、马关县、东川区办事指南（云南含家庭农场法人）；灵台县细则第二条；家庭农场是否按工商资本管理待县里确认', mark: 'M' }),

  // Risk deposit. Nationally it is agreed between the parties; the county makes it a step.
  riskDepositPercent: definition({ kind: 'count', unit: '%', max: 100, label: '风险保障金占一年流转价款的比例', value: 30, source: '平台设定，待县里确认', mark: 'D' }),
  riskDepositMinimumFen: definition({ kind: 'fen', unit: '分', label: '风险保障金最低额', value: fen(100_000), source: '平台设定，待县里确认', mark: 'D' }),
  riskDepositWaivedUpToMu: definition({ kind: 'mu', unit: '亩', label: '面积不超过多少亩免缴', value: mu('10'), source: '平台设定，待县里确认', mark: 'D' }),
  riskDepositWaivedUpToMonths: definition({ kind: 'count', unit: '个月', label: '期限不超过多少个月免缴', value: 12, source: '承包法第四十条（代耕不超过一年可不签书面合同）；平台设定', mark: 'D' }),
  riskDepositWaivedKinds: list({ options: transfereeKinds, label: '免缴风险保障金的受让方', value: ['member'], source: '平台设定，待县里确认', mark: 'D' }),
  riskDepositBasis: definition({ kind: 'text', label: '风险保障金的依据（印在收据上）', value: '《农村土地经营权流转管理办法》第三十条；商河县农村土地经营权流转公布流程', source: '农村土地经营权流转管理办法第三十条', mark: 'M' }),
  riskDepositRentDays: definition({ kind: 'days', unit: '天', min: 1, label: '租金逾期多少天可以动用风险保障金（印在协议上）', value: 60, source: '平台设定，待县里确认；领域惯例：租金逾期超过约定天数', mark: 'D' }),
  riskDepositReplyWorkingDays: definition({ ...workingDays, label: '动用风险保障金前受让方的答复期限（印在协议上）', value: 5, source: '平台设定，待县里确认', mark: 'D' }),
  riskDepositInterest: definition({ kind: 'text', label: '风险保障金的利息（印在协议上）', value: '专户资金按开户银行活期存款利率计息，利息归受让方，由开户银行在退还时结付。', source: '平台设定，待县里确认', mark: 'D' }),
  riskDepositReleaseWorkingDays: definition({ ...workingDays, label: '到期验收后退还风险保障金期限', value: 10, source: '平台设定', mark: 'D' }),

  // Papers and files.
  lossNoticeWorkingDays: definition({ ...workingDays, min: 0, label: '证书遗失声明刊发后满多少天补发', value: 15, source: '平台设定；参照不动产登记暂行条例实施细则第二十二条第二款：2024 年修改（自然资源部令第14号）前为十五个工作日，修改后刊发声明即予补发，县里可以改为 0', mark: 'D' }),
  printLimit: definition({ kind: 'count', unit: '次', min: 1, label: '同一证件打印次数上限', value: 3, source: '平台设定', mark: 'D' }),
  maxUploadMb: definition({ kind: 'count', unit: 'MB', min: 1, max: 64, limit: '一个文件最多 64 MB，再大的传不上来', label: '单个文件大小上限', value: 20, source: '平台设定', mark: 'D' }),

  keyOverlapDays: definition({ kind: 'days', unit: '天', min: 0, label: '程序换密钥以后，旧密钥还能用多少天', value: 7, source: '平台设定', mark: 'D' }),
  flagMonths: definition({ kind: 'count', unit: '个月', min: 1, max: 60, label: '红旗看最近几个月', value: 12, source: '平台设定，待县里确认', mark: 'D' }),
  flagFloorSteps: definition({ kind: 'count', unit: '个', min: 1, label: '红旗：成交价高出底价不到几个加价幅度', value: 1, source: '平台设定，待县里确认', mark: 'D' }),
  flagSameWinner: definition({ kind: 'count', unit: '次', min: 2, label: '红旗：同一村里同一方竞得几次起', value: 3, source: '平台设定，待县里确认', mark: 'D' }),
  flagShared: definition({ kind: 'count', unit: '个', min: 2, label: '红旗：几个竞买号用同一个网络地址、设备、账号起', value: 2, source: '平台设定，待县里确认', mark: 'D' }),
  flagProofMinutes: definition({ kind: 'count', unit: '分钟', min: 1, max: 1440, label: '红旗：公示凭证在起算前最后多少分钟才有', value: 60, source: '平台设定，待县里确认', mark: 'D' }),
  signingKeyDays: definition({ kind: 'days', unit: '天', min: 1, max: 1096, label: '签名密钥多少天换一次', value: 90, source: '平台设定，待县里确认', mark: 'D' }),
  idempotencyKeyDays: definition({ kind: 'days', unit: '天', min: 30, limit: '平台规则：重复提交的请求 30 天内都答复第一次的结果', label: '同一请求编号的答复保留多久', value: 90, source: '平台设定', mark: 'D' }),

  // Signing in.
  assistedSessionMinutes: definition({ kind: 'count', unit: '分钟', min: 1, max: 60, label: '代办会话时长', value: 15, source: '平台设定', mark: 'D' }),
  idleMinutesStaff: definition({ kind: 'count', unit: '分钟', min: 1, max: 480, label: '工作人员无操作退出', value: 30, source: '平台设定；参照网络安全等级保护要求', mark: 'D' }),
  idleMinutesAdmin: definition({ kind: 'count', unit: '分钟', min: 1, max: 120, label: '管理员无操作退出', value: 15, source: '平台设定；参照网络安全等级保护要求', mark: 'D' }),
  absoluteHours: definition({ kind: 'count', unit: '小时', min: 1, max: 24, label: '一次登录的最长时间', value: 12, source: '平台设定', mark: 'D' }),
  freshFactorMinutes: definition({ kind: 'count', unit: '分钟', min: 1, max: 60, label: '办付款等要紧事前，多久以内核对过动态码就不再问', value: 10, source: '平台设定；参照网络安全等级保护要求', mark: 'D' }),
  loginFailures: definition({ kind: 'count', unit: '次', min: 3, max: 10, label: '连续登录失败锁定', value: 5, source: '平台设定；参照网络安全等级保护要求', mark: 'D' }),
  lockMinutes: definition({ kind: 'count', unit: '分钟', min: 1, max: 1440, label: '锁定时长', value: 15, source: '平台设定', mark: 'D' }),
} as const;
