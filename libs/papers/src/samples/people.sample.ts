import { day, fen, mu } from '#kernel';
import type { ContractParty } from '../views/contract.view.js';
import { sampleParcels, sampleSketch } from './land.sample.js';

/** What the samples share: made-up people, a made-up deal, numbers that belong to nobody. */
export const desk = { name: '殷巷镇农村产权交易所交易部', address: '殷巷镇府前街 1 号', phone: '0531-0000 0000' };
export const town = '殷巷镇农村产权交易所';
export const account = { name: '演练风险保障金专户', number: '0000 0000 0000 0000', bank: '演练银行殷巷支行' };
export const term = { from: day('2026-11-01'), to: day('2032-10-31') };
export const land = { location: '殷巷镇李家桥村', parcels: sampleParcels(), sketch: sampleSketch() };
export const deal = {
  caseNumber: '370126101A26090001',
  transferor: '李家桥村王麦生等 8 户',
  transferee: '商河县禾野种植专业合作社',
  mode: 'lease',
  term,
  use: '种植小麦、玉米',
  priceFen: fen(90_000),
  payment: '每年 10 月 20 日前付下一年',
};
export const reasons = [{ text: '转让期限超过承包期的剩余期限', rule: '农村土地承包法第三十八条第三项' }];
export const lessor: ContractParty = {
  name: '王麦生等 8 户（附名单）',
  idLabel: '公民身份号码',
  id: '999999196001010012',
  representative: '王麦生',
  representativeId: '999999196001010012',
  address: '殷巷镇李家桥村 18 号',
  phone: '10000000001',
  kind: 'household',
};
export const lessee: ContractParty = {
  name: '商河县禾野种植专业合作社',
  idLabel: '统一社会信用代码',
  id: '演练代码，略',
  representative: '禾小满',
  representativeId: '999999198001010018',
  address: '殷巷镇李家桥村 66 号',
  phone: '10000000002',
  kind: 'cooperative',
};
export const certificateAct = {
  certificateNumber: '商农经权（2026）第000139号',
  holder: lessee.name,
  contractNumber: '370126101HT26000088',
  location: '殷巷镇李家桥村东大方、南洼',
  applicant: lessee.name,
  appliedOn: day('2027-03-01'),
  reasons: [{ text: '权利人名称变更，主体没有变', rule: '农村土地经营权流转管理办法第十七条' }],
  changes: [{ item: '权利人', before: '商河县禾野种植专业合作社', after: '商河县禾野粮食种植专业合作社' }],
  newNumber: '',
  effectiveOn: day('2027-03-03'),
  desk,
};
export const checklist = [
  '主体资格',
  '权属',
  '家庭共有人同意',
  '期限',
  '面积',
  '用途',
  '优先权',
  '权利负担',
  '社会资本审批',
  '价款',
  '材料',
  '实地调查',
].map((item, i) => ({
  item,
  result: i === 8 ? ('none' as const) : ('yes' as const),
  note: i === 4 ? '实测与登记相差不超过 0.35%' : '',
}));
export const end = {
  caseNumber: deal.caseNumber,
  addressee: deal.transferor,
  place: '殷巷镇李家桥村',
  areaMu: mu('120'),
  reasons,
  desk,
};
