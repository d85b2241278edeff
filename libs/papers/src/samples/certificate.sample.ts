import { day } from '#kernel';
import type { PaperFrame } from '../drawing/frame.js';
import { sampleParcels, sampleSketch } from './land.sample.js';

export const sampleFrame: PaperFrame = {
  authority: '商河县农村产权交易中心',
  platform: '商河县农村产权流转交易平台',
  number: '商农经权（2026）第000139号',
  code: 'K7M492QDXT5A',
  verifyUrl: 'https://exchange.example/verify/K7M492QDXT5A',
  training: true,
  seal: { office: '商河县农村产权交易中心', foot: '演练专用' },
  madeAt: '2026-10-28T10:00:00+08:00',
  madeOn: day('2026-10-28'),
  copy: 1,
};

export function sampleCertificate(parcels = 8) {
  return {
    stockNumber: 'SH-0004217',
    holder: '商河县禾野种植专业合作社',
    holderIdLabel: '统一社会信用代码',
    holderId: '演练代码，略',
    representative: '禾小满（理事长）',
    address: '山东省济南市商河县殷巷镇李家桥村 18 号',
    mode: '出租（转包）',
    contractNumber: '370126101HT26000088',
    transferor: '李家桥村王麦生等 8 户（附表）',
    issuer: '殷巷镇李家桥村股份经济合作社',
    contractCode: '370126101226000001J',
    contractCount: 8,
    location: '殷巷镇李家桥村东大方、南洼',
    term: { from: day('2026-11-01'), to: day('2032-10-31') },
    use: '种植小麦、玉米',
    price: '每亩每年 900.00 元',
    realEstate: '',
    registrableYears: 5,
    parcels: sampleParcels(parcels),
    sketch: sampleSketch(),
    changes: [],
    encumbrances: [],
    issuedOn: day('2026-10-28'),
  };
}
