import { codes } from '#kernel';

/** Ways in which a kind of right passes. */
export const passingModes = codes('PassingMode', {
  lease: '出租',
  assignment: '转让',
  share: '入股',
  contribution: '作价出资',
  cooperation: '合作',
  contracting: '承包',
  auction: '拍卖',
});
export type PassingMode = keyof typeof passingModes;

/** For what a price is said. */
export const priceUnits = codes('PriceUnit', { mu_year: '元/亩/年', year: '元/年', total: '元（一次总价）' });
export type PriceUnit = keyof typeof priceUnits;

/** What is never listed (领域规则 1.1：宅基地、农房、集体股权不进市场). */
export const neverTraded = {
  homestead: '宅基地使用权',
  farmhouse: '农民住房',
  shares: '集体资产股权',
} as const;
export type NeverTraded = keyof typeof neverTraded;

/** 林种（森林法第八十三条）. */
export const forestSorts = codes('ForestSort', {
  protection: '防护林',
  special: '特种用途林',
  timber: '用材林',
  economic: '经济林',
  energy: '能源林',
});

/** 荒山、荒沟、荒丘、荒滩（农村土地承包法第四十八条）. */
export const wasteSorts = codes('WasteSort', { hill: '荒山', gully: '荒沟', mound: '荒丘', shoal: '荒滩' });

/** 知识产权的客体（民法典第一百二十三条）；地理标志、集成电路布图设计不在农业类里流转. */
export const knowledgeSorts = codes('KnowledgeSort', {
  patent: '发明、实用新型、外观设计',
  trademark: '商标',
  variety: '植物新品种',
  work: '作品',
  secret: '商业秘密',
});
