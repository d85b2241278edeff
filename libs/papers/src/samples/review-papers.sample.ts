import { day } from '#kernel';
import type { PaperViews } from '../paper-kinds.js';
import { sampleParcels } from './land.sample.js';
import { desk, town, land, deal, lessor, lessee, checklist, end } from './people.sample.js';

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
    encumbrance: '没有抵押，没有别的租约',
    retransfer: false,
    transferorAddress: '殷巷镇李家桥村',
    transfereeAddress: '殷巷镇驻地 1 号',
    households: '8',
    member: false,
    terms: { handoverOn: day('2026-11-01') },
    declared: { lease: '无', dispute: '无', credit: '无' },
    consent: '承包方家庭共有人已经书面同意',
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
    materials: ['身份证件', '承包经营权证书', '家庭共有人同意书', '合作社章程'].map((name) => ({
      name,
      copies: '1',
      form: '原件核对，留扫描件',
    })),
    reviewDueOn: day('2026-09-25'),
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
    surveyedAt: '2026 年 9 月 24 日 09:10 至 11:35',
    surveyors: [
      { name: '演练调查员甲', office: town },
      { name: '演练调查员乙', office: town },
    ],
    measurements: sampleParcels().map((one) => ({ parcel: `${one.name} …${one.code.slice(-5)}`, recordedMu: one.areaMu, measuredMu: one.measuredMu ?? null, differencePercent: '0.11', points: '4 点，117.150°E 37.310°N 起' })), // prettier-ignore
    findings: ['占用', '作物', '地上附着物', '淹没、污染', '永久基本农田'].map((item, i) => ({ item, result: i === 4 ? '是' : '无', note: i === 1 ? '玉米已收' : '' })), // prettier-ignore
    neighbours: [
      { name: '张豆豆', side: '北', result: '到场指界，无异议，已签名' },
      { name: '孙谷雨', side: '东', result: '电话确认，无异议' },
    ],
    photos: [
      { name: '东大方全景', takenAt: '9月24日（周四）09:22', place: '117.152°E 37.311°N', hash: '9f2c41aa07d35e10' },
    ],
    opinion: '地块与登记一致，实测面积与登记面积相差在 5% 以内，现场无争议、无附着物，适宜流转。',
  },
  town_review: {
    ...deal,
    ...land,
    level: '镇初审',
    addressee: `${deal.transferor}、${deal.transferee}`,
    receivedAt: '9月23日（周三）10:20',
    dueAt: '9月26日（周六）24:00',
    doneAt: '9月24日（周四）09:40',
    checklist: checklist.slice(0, 5),
    conclusion: '初审通过，安排实地调查',
    reasons: [],
    opinion: '双方身份、共有人同意、期限和用途都已核对，材料齐全，同意安排实地调查。',
    reviewer: '演练初审员',
  },
  review: {
    ...deal,
    ...land,
    level: '县级审核',
    addressee: deal.transferor,
    receivedAt: '9月25日（周五）15:30',
    dueAt: '9月27日（周日，补班）17:00',
    doneAt: '9月27日（周日，补班）10:05',
    checklist,
    conclusion: '审核通过，准予公示',
    reasons: [],
    opinion: '经审核，双方主体适格，家庭共有人全部同意，期限未超过承包期的剩余期限，用途符合土地管理要求，同意公示。',
    reviewer: '演练审核员',
  },
  rejection: { ...end, submittedOn: day('2026-09-23'), matter: '土地经营权流转', facts: '申请的流转期限至 2032 年 10 月 31 日，承包合同登记的终止日期是 2028 年 9 月 30 日，没有延包记录。' }, // prettier-ignore
};
