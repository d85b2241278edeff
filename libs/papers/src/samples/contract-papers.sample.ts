import { day, fen } from '#kernel';
import type { PaperViews } from '../paper-kinds.js';
import { sampleParcels } from './land.sample.js';
import { town, term, land, deal, lessor, lessee } from './people.sample.js';

/** One view of each of these papers, with made-up people. */
export const contractSamples: Pick<PaperViews, 'mandate' | 'consent' | 'intent' | 'contract'> = {
  mandate: {
    ...land,
    principal: '王麦生（户主）',
    principalId: lessor.id,
    agent: '李家桥村股份经济合作社',
    agentId: '演练代码，略',
    mode: 'lease',
    term,
    minimumFenPerMuYear: fen(85_000),
    settlement: '租金直接付到委托人账户，一年一付',
    maySign: false,
    mayRemandate: false,
    validity: { from: day('2026-09-01'), to: day('2026-12-31') },
    members: ['张秋月', '王新苗'],
    readAloudBy: '村信息员孙立夏',
    witness: '李春分',
  },
  consent: {
    ...land,
    parcels: sampleParcels(2),
    household: '王麦生户',
    contractCode: '370126101226000001J',
    transferee: deal.transferee,
    mode: deal.mode,
    term,
    priceFen: deal.priceFen,
    use: deal.use,
    statement:
      '我是承包方家庭的共有人。我知道我家的承包地要出租给“沃原合作社”：两块地合计 12.00 亩，每亩每年 850.00 元。条件改了要重新问我。承包权还是我家的。我同意。',
    members: [
      { name: '王麦生', relation: '户主', id: '999999196001010012', method: '本人当面签名' },
      { name: '张秋月', relation: '配偶', id: '999999196203030023', method: '本人当面按手印' },
      { name: '王新苗', relation: '子', id: '999999199005050034', method: '视频确认，录像已存' },
    ],
    witness: '李春分',
  },
  intent: { ...land, lessor, lessee, mode: 'lease', term, priceFen: deal.priceFen, use: deal.use, validUntil: day('2026-12-31'), exclusive: true, signWithinDays: 15 }, // prettier-ignore
  contract: {
    ...land,
    contractNumber: '370126101HT26000088',
    lessor,
    lessee,
    terms: { fixtures: '没有附属建筑和资产。', handoverOn: day('2026-11-01') },
    use: deal.use,
    term,
    rent: {
      cash: true,
      cashFenPerMuYear: fen(90_000),
      goods: false,
      goodsText: '',
      converted: false,
      convertedText: '',
      otherText: '',
      adjustment: '每 3 年按双方协商调整一次，涨幅不超过 5%。',
      totalFen: fen(64_800_000),
      payment: '每年 10 月 20 日前付下一年',
      oneOff: false,
      instalments: true,
      schedule: [2026, 2027, 2028, 2029, 2030, 2031].map((year) => ({
        day: day(`${year}-10-20`),
        fen: fen(10_800_000),
      })),
      account: { name: '王麦生等 8 户（按户分付）', number: '0000 0000 0000 0001', bank: '演练银行殷巷支行' },
    },
    filingDays: 5,
    consents: { soil: true, facilities: true, mortgage: false, retransfer: false, otherText: '' },
    subsidies: '耕地地力保护补贴归甲方，种粮补贴归实际种粮的乙方。',
    deposit: { agreed: true, holder: town, fen: fen(3_240_000), waiver: '' },
    expropriation: { fixtures: '归投资的一方', crops: '归乙方' },
    renewal: {
      requestDays: 60,
      refuseDays: 60,
      returnDays: '15',
      facilities: '能拆的由乙方拆走并恢复，不能拆的归甲方，不补偿。',
    },
    breach: { lateHandover: '五', lateHandoverDays: '30', lateRent: '五', lateRentDays: '60', lateReturn: '五' },
    disputes: { arbitration: true, court: false },
    copies: { lessor: 8, lessee: 1, collective: 1, town: 1 },
    supplement: '没有。',
    signedAt: town,
  },
};
