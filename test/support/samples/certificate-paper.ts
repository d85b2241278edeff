import { day, mu } from '#kernel';

/** A certificate of made-up people and land that nobody owns, for what is drawn and measured without a county. */
const rows: [string, string, string, string, string, string, string, string][] = [
  ['王麦生', '东大方', '18.42', '路', '路', '渠', '路', '18.40'],
  ['李谷香', '东大方', '16.75', '路', '王麦生', '渠', '张豆豆', '16.80'],
  ['张豆豆', '东大方', '15.30', '路', '路', '渠', '李谷香', '15.26'],
  ['王秋收', '南洼', '14.08', '刘小满', '渠', '路', '路', '14.10'],
  ['刘小满', '南洼', '13.66', '赵芒种', '渠', '王秋收', '路', '13.66'],
  ['赵芒种', '南洼', '15.91', '李春分', '渠', '刘小满', '路', '15.95'],
  ['李春分', '南洼', '12.40', '孙谷雨', '渠', '赵芒种', '路', '12.37'],
  ['孙谷雨', '南洼', '13.48', '路', '渠', '李春分', '路', '13.50'],
];

function sampleParcels(count = rows.length): object[] {
  return Array.from({ length: count }, (_, i) => {
    const [contractor, name, areaMu, east, south, west, north, measuredMu] = rows[
      i % rows.length
    ] as (typeof rows)[number];
    const issuer = '37012610122600';
    return {
      village: '李家桥村一组',
      contractor,
      name,
      code: `${issuer}${String(118 + i).padStart(5, '0')}`,
      bounds: { east, south, west, north },
      areaMu: mu(areaMu),
      registeredMu: mu(areaMu),
      measuredMu: mu(measuredMu),
      grade: '四等',
      landType: '水浇地',
      basicFarmland: true,
      contractCode: `${issuer}${String(i + 1).padStart(4, '0')}J`,
      part: '整块',
      use: '种植小麦',
    };
  });
}

/** Three strips of plots along a field road, in metres, as on the mock-up of the certificate. */
function sampleSketch(own = 8) {
  const plots: object[] = [];
  let number = 0;
  for (const [row, north] of [330, 210, 95].entries())
    for (let i = 0; i < 7; i++) {
      const west = i * 82 + row * 6;
      const ring = [[west + 5, north], [west + 85, north + 4], [west + 78, north - 98], [west - 2, north - 102]] as const; // prettier-ignore
      const mine = (row === 0 ? i >= 2 && i <= 4 : row === 1 && i >= 1 && i <= 5) && number < own;
      plots.push(mine ? { ring, number: ++number } : { ring });
    }
  return {
    unit: 'metre',
    plots,
    lines: [
      { kind: 'road', points: [[-40, 219], [290, 221], [640, 220]], name: '田间路' }, // prettier-ignore
      { kind: 'ditch', points: [[-40, -14], [100, -12], [640, -10]], name: '商中河支渠' }, // prettier-ignore
    ],
  };
}

export const sampleFrame = {
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

/** A letter that has little to say. */
export const sampleEnd = {
  caseNumber: '370126101A26090001',
  addressee: '王麦生、商河县禾野种植专业合作社',
  place: '殷巷镇李家桥村',
  areaMu: mu('18.42'),
  reasons: [{ text: '申请人撤回', rule: '平台规则 终-01' }],
  effect: '本案结束。',
  next: '再办要重新申请。',
  desk: { name: '殷巷镇农村产权交易所', address: '殷巷镇府前街 1 号', phone: '0531-0000 0000' },
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
