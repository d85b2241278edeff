import { day, fen, instant, mu } from '#kernel';
import type { PaperViews } from '../paper-kinds.js';
import { desk, account, term, land, deal, lessee, certificateAct } from './people.sample.js';

const ending = {
  ...deal,
  contractNumber: '370126101HT26000088',
  certificateNumber: certificateAct.certificateNumber,
  endsOn: deal.term.to,
  renewal: null,
  desk,
};

/** One view of each of these papers, with made-up people. */
export const closingSamples: Pick<
  PaperViews,
  | 'case_receipt'
  | 'filing'
  | 'deposit_agreement'
  | 'deposit_demand'
  | 'deposit_overdue'
  | 'deposit_receipt'
  | 'deposit_release'
  | 'attestation'
  | 'renewal_request'
  | 'mortgagee_notice'
  | 'expiry_reminder'
  | 'expiry'
> = {
  case_receipt: {
    caseNumber: deal.caseNumber,
    followCode: '4821',
    person: '王麦生',
    place: '殷巷镇李家桥村',
    areaMu: mu('18.42'),
    done: ['填好了申请，交了 4 样材料', '全家人同意的签名收下了'],
    nextBy: day('2026-09-25'),
    clerk: '村信息员孙立夏',
    at: instant('2026-09-23T09:40:00+08:00'),
    readAloud: true,
    witness: '李春分',
    desk: { ...desk, name: '李家桥村服务站' },
  },
  filing: { ...deal, ...land, issuer: '殷巷镇李家桥村股份经济合作社', contractNumber: '370126101HT26000088', signedOn: day('2026-10-19'), filedOn: day('2026-10-20'), handler: '演练交易员' }, // prettier-ignore
  deposit_agreement: {
    ...deal,
    contractNumber: '370126101HT26000088',
    keeper: '殷巷镇农村产权交易所',
    location: '殷巷镇李家桥村',
    area: mu('120'),
    basis: '《农村土地经营权流转管理办法》第三十条；商河县农村土地经营权流转公布流程',
    formula: '一年流转价款 108,000.00 元 × 30% = 32,400.00 元。应缴风险保障金 32,400.00 元。',
    amountFen: fen(3_240_000),
    account,
    interest: '专户资金按开户银行活期存款利率计息，利息归甲方，由开户银行在退还时结付。',
    rentDays: 60,
    replyDays: 5,
    topupDays: 5,
    releaseDays: 10,
  },
  deposit_demand: {
    caseNumber: deal.caseNumber,
    addressee: deal.transferee,
    contractNumber: '370126101HT26000088',
    amountFen: fen(3_240_000),
    formula: '一年流转价款 108,000.00 元的 30%',
    basis: '《农村土地经营权流转管理办法》第三十条；商河县农村土地经营权流转公布流程；合同第九条第三项',
    account,
    dueOn: day('2026-10-27'),
    rentDays: 60,
    desk: { ...desk, name: '殷巷镇农村产权交易所金融部' },
  },
  deposit_overdue: {
    caseNumber: deal.caseNumber,
    addressee: `${deal.transferor}、${deal.transferee}`,
    contractNumber: '370126101HT26000088',
    signedOn: day('2026-10-19'),
    dueOn: day('2026-10-27'),
    amountFen: fen(3_240_000),
    heldFen: fen(1_000_000),
    account,
    desk,
  },
  deposit_receipt: {
    caseNumber: deal.caseNumber,
    payer: deal.transferee,
    contractNumber: '370126101HT26000088',
    amountFen: fen(3_240_000),
    basis: '《农村土地经营权流转管理办法》第三十条；合同第九条第三项',
    slipNumber: 'HD-2026-1023-0007',
    receivedOn: day('2026-10-23'),
    account,
    receiver: '演练收款员',
    checker: '演练复核员',
  },
  deposit_release: {
    caseNumber: deal.caseNumber,
    addressee: deal.transferee,
    contractNumber: '370126101HT26000088',
    heldFen: fen(3_240_000),
    deductions: [{ reason: '地块 4 沟渠没有恢复，修复费用', fen: fen(168_032), payee: '王秋收户' }],
    releasedFen: fen(3_071_968),
    accounts: [{ payee: deal.transferee, bank: '演练银行', tail: '0007' }],
    basis: '合同第九条第三项；验收报告 2032-11-05',
    desk,
  },
  attestation: {
    ...land,
    projectNumber: deal.caseNumber,
    product: '农户承包土地经营权',
    owner: '殷巷镇李家桥村集体',
    transferor: deal.transferor,
    collective: false,
    transferorRepresentative: '王麦生',
    transferee: deal.transferee,
    transfereeId: lessee.id,
    transfereeRepresentative: lessee.representative,
    transfereeKind: lessee.kind,
    use: deal.use,
    term,
    contractCertificate: '370126101226000001J 等 8 份',
    mode: deal.mode,
    priceFen: deal.priceFen,
    yearlyFen: fen(10_800_000),
    totalFen: fen(64_800_000),
    contractNumber: '370126101HT26000088',
    signedOn: day('2026-10-19'),
    payment: deal.payment,
  },
  mortgagee_notice: {
    ...deal,
    mortgagee: '商河演练农商行',
    beforeNumber: '370126101A20090003',
    beforeEndsOn: day('2026-10-31'),
    submittedOn: day('2026-09-23'),
    desk,
  },
  renewal_request: {
    ...deal,
    beforeNumber: '370126101A20090003',
    beforeContract: '370126101HT20000031',
    beforeEndsOn: day('2026-10-31'),
    submittedOn: day('2026-07-06'),
    desk,
  },
  expiry_reminder: { ...ending, requestBy: day('2032-08-02'), requestDays: 90, returnDays: 15 },
  expiry: { ...ending, renewed: false, returnBy: day('2032-11-15') },
};
