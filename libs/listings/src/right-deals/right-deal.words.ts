import { type Fen, formatYuan } from '#kernel';

export const rightDealWork = '其他产权成交';

export const rightDealLines = { opened: '协议成交，公示结果', contract: '结果公示期满' } as const;

export const yearlyWords = (fen: Fen): string => `每年 ${formatYuan(fen)} 元`;

/** What the document calls the parts of such a deal. */
export const rightDealParts = {
  title: '其他产权成交',
  listing: '哪一宗挂牌',
  kind: '哪一类',
  mode: '方式',
  state: '到哪一步',
  place: '镇街、村',
  thing: '标的',
  own: '这一类自己的内容',
  transferor: '转出方',
  taker: '受让方',
  priceFen: '成交价（分）',
  priceUnit: '成交价按什么算',
  termStart: '从哪天',
  termEnd: '到哪天，一次转让的没有',
  payment: '付款',
  use: '用途',
  notice: '结果公示',
  noticeNumber: '公示编号',
  model: '合同示范文本',
  register: '在哪里登记',
  clauses: '法律要合同写明的',
  clause: '要写什么',
  article: '条文',
  contractNumber: '合同编号',
  signedOn: '哪天签的',
  scans: '签好的合同',
  papers: '文书',
  paper: '叫什么',
  endedReason: '为什么没有办成',
} as const;
