import { day, instant, mu } from '#kernel';
import type { PaperViews } from '../paper-kinds.js';
import { sampleParcels } from './land.sample.js';
import { desk, town, land, deal, lessor, lessee, checklist, end } from './people.sample.js';

const point = { longitude: '117.150', latitude: '37.310' };

/** One view of each of these papers, with made-up people. */
export const reviewSamples: Pick<
  PaperViews,
  'application' | 'acceptance' | 'correction' | 'survey' | 'town_review' | 'review' | 'rejection'
> = {
  application: {
    ...deal,
    ...land,
    transferorId: lessor.id,
    transferorPhone: lessor.phone,
    transfereeId: lessee.id,
    transfereeKind: lessee.kind,
    transfereePhone: lessee.phone,
    issuer: '殷巷镇李家桥村股份经济合作社',
    mortgages: [{ mortgagee: '商河演练农商行', consented: true }],
    retransfer: false,
    transferorAddress: '殷巷镇李家桥村',
    transfereeAddress: '殷巷镇驻地 1 号',
    householdCount: 8,
    member: false,
    terms: { handoverOn: day('2026-11-01') },
    declared: { lease: '无', dispute: '无', credit: '无' },
    decided: false,
    missingConsents: 0,
    ability: '经营耕地 1,260 亩 9 年，自有拖拉机 4 台、联合收割机 2 台，社员 38 人',
    project: '小麦、玉米轮作，全部种粮，不建设施',
    attachments: ['身份证件复印件', '承包经营权证书复印件', '家庭共有人同意书 8 份', '合作社章程和社员大会决议'],
  },
  acceptance: {
    ...deal,
    ...land,
    addressee: deal.transferor,
    submittedOn: day('2026-09-23'),
    acceptedOn: day('2026-09-23'),
    acceptor: '演练受理员',
    materials: [
      { name: '农户承包土地经营权', copies: 1, form: 'online' },
      ...['身份证件', '承包经营权证书'].map((name) => ({ name, copies: 2, form: 'scan' as const })),
    ],
    reviewDueOn: '2026-09-25',
    desk,
    followCode: '4821',
  },
  correction: {
    caseNumber: deal.caseNumber,
    addressee: deal.transferor,
    round: 1,
    submittedOn: day('2026-09-23'),
    defects: [
      {
        item: '家庭共有人同意',
        fault: '刘小满户缺配偶的同意',
        remedy: '由本人补签，或者视频确认',
        rule: '农村土地承包法第三十八条',
      },
      {
        item: '经营能力',
        fault: '没有农机和从业年限的证明',
        remedy: '交农机登记证和近三年合同复印件',
        rule: '农村土地承包法第三十八条第四项',
      },
    ],
    dueOn: day('2026-10-14'),
    desk,
  },
  survey: {
    ...deal,
    ...land,
    surveyedAt: instant('2026-09-24T09:10:00+08:00'),
    surveyors: [
      { name: '演练调查员甲', office: town },
      { name: '演练调查员乙', office: town },
    ],
    measurements: sampleParcels().map(({ name, code, areaMu, measuredMu }) => ({
      ...{ name, code, recordedMu: mu(areaMu), measuredMu: measuredMu ? mu(measuredMu) : null },
      ...{ differencePercent: '0.11', corners: 4, start: point },
    })),
    found: {
      ...{ occupation: '王麦生家自己种', crops: '玉米已收', fixtures: null, hazards: null },
      ...{ basicFarmland: '全部是', farmlandNote: null },
    },
    neighbours: [
      { name: '张豆豆', code: '3701261012260000119', side: '北', confirmed: true, method: '签字', remark: '' },
      {
        name: '孙谷雨',
        code: '3701261012260000125',
        side: '东',
        confirmed: true,
        method: '电话确认',
        remark: '在外地',
      },
    ],
    photos: [{ name: '东大方全景', takenAt: instant('2026-09-24T09:22:00+08:00'), point, hash: '9f2c41aa07d35e10' }],
    opinion: '地块与登记一致，实测面积与登记面积相差在 5% 以内，现场无争议、无附着物，适宜流转。',
  },
  town_review: {
    ...deal,
    ...land,
    addressee: `${deal.transferor}、${deal.transferee}`,
    receivedAt: instant('2026-09-23T10:20:00+08:00'),
    dueAt: instant('2026-09-27T00:00:00+08:00'),
    doneAt: instant('2026-09-24T09:40:00+08:00'),
    ...{ identityPapers: 2, collective: false, households: 8, consents: 21 },
    opinion: '双方身份、共有人同意、期限和用途都已核对，材料齐全，同意安排实地调查。',
    reviewer: '演练初审员',
  },
  review: {
    ...deal,
    ...land,
    level: 'county',
    addressee: deal.transferor,
    receivedAt: instant('2026-09-25T15:30:00+08:00'),
    dueAt: instant('2026-09-28T00:00:00+08:00'),
    doneAt: instant('2026-09-27T10:05:00+08:00'),
    checklist,
    conclusion: 'pass',
    reasons: [],
    opinion: '经审核，双方主体适格，家庭共有人全部同意，期限未超过承包期的剩余期限，用途符合土地管理要求，同意公示。',
    reviewer: '演练审核员',
  },
  rejection: {
    ...end,
    submittedOn: day('2026-09-23'),
    kind: '农户承包土地经营权',
    facts: '申请的流转期限至 2032 年 10 月 31 日，承包合同登记的终止日期是 2028 年 9 月 30 日，没有延包记录。',
  },
};
