export const polygons = [
  ['10,19 104,22 97,128 10,125', '', '', 0, 0],
  ['104,22 182,21 175,127 97,128', '', '', 0, 0],
  ['182,21 274,16 267,122 175,127', 'on', '1', 224, 71],
  ['274,16 352,14 345,120 267,122', 'on', '2', 309, 71],
  ['352,14 448,18 441,124 345,120', 'on', '3', 396, 71],
  ['83,154 179,152 172,252 76,254', 'on', '4', 127, 200],
  ['253,148 353,146 346,246 246,248', 'held', '占用', 299, 200],
  ['353,146 427,149 420,249 346,246', '', '', 0, 0],
  ['105,266 191,263 184,357 98,360', '', '', 0, 0],
];
export const map = {
  width: 600,
  height: 374,
  pickable: false,
  plots: polygons.map(([points, kind, number, x, y]) => ({ points, kind, number, x, y, href: '', say: '' })),
  northX: 572,
  northY: 30,
  scaleX: 478,
  scaleY: 346,
  scaleWidth: 80,
  scaleMetres: 100,
};
export const parcels = {
  caption: '3 块，流转面积合计 50.47 亩，都是水浇地、永久基本农田',
  lets: true,
  area: '50.47',
  surveyed: '50.41',
  parcels: [
    ['1', '王＊＊', '18.42', '18.39'],
    ['2', '李＊', '16.75', '16.75'],
    ['3', '张＊＊', '15.30', ''],
  ].map(([number, contractor, area, surveyed]) => ({
    number,
    name: '东大方',
    contractor,
    code: `370126101226000011${number}`,
    bounds: '东邻路、西邻渠、南邻李＊、北邻路',
    area,
    registered: area,
    surveyed,
  })),
};
export const publicParcels = [1, 2, 3].map((number) => ({
  ...{ number, name: '东大方', contractor: '王＊＊', code: `370126101226000011${number}`, bounds: '东邻路、西邻渠' },
  ...{ areaMu: '18.4200', registeredMu: '18.4200', surveyedMu: number === 3 ? null : '18.3900' },
}));
export const venues = [
  ['village_board', '李家桥村委会门口', '2026-09-30T10:40:00+08:00', 'photo'],
  ['screen_town', '殷巷镇交易所大厅', null, null],
  ['website', '本网站', '2026-09-28T15:10:00+08:00', 'hash'],
].map(([kind, place, provenAt, proof]) => ({
  ...{ kind, place, postedAt: provenAt, provenAt, proof, photo: proof === 'photo' ? '/files/1' : null },
  sha256: proof === 'hash' ? '7c1ef0aa94f37c1ef0aa94f3' : null,
}));
export const facts = [
  ['转出方', '王＊＊ 等 8 户（共 27 名共有人）'],
  ['受让方', '禾野种植专业合作社'],
  ['面积', '120.00 亩，8 块'],
  ['期限', '2026-11-01 至 2032-10-31'],
  ['价款', '900 元/亩/年，108,000.00 元/年'],
  ['用途', '小麦、玉米轮作'],
].map(([label, value]) => ({ label, value, href: '' }));
