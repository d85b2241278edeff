import { codes } from '#kernel';

/** The eight kinds of rural right that may be traded (国办发〔2014〕71号所列七类，加其他). */
export const rightKinds = codes('RightKind', {
  contracted: '农户承包土地经营权',
  forest: '林权',
  wasteland: '“四荒”使用权',
  assets: '集体经营性资产',
  equipment: '农业生产设施设备',
  waterworks: '小型水利设施使用权',
  knowledge: '农业类知识产权',
  other: '其他',
});
export type RightKind = keyof typeof rightKinds;

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

/** What the rules of a kind are; libs ask these, never the kind by its name. */
export interface RightKindRules {
  readonly modes: readonly PassingMode[];
  /** It consists of parcels of the register, each under a household's contract. */
  readonly parcels: boolean;
  /** It has area and term, so its price is by mu and year. */
  readonly byMuAndYear: boolean;
  /** The law knows a certificate of it. */
  readonly certificate: boolean;
  /** The model contract; null where no source gives one. */
  readonly contract: string | null;
  /** The way from a deal to the right stands; a kind without one takes no lots. */
  readonly closes: boolean;
  /** What a lot of this kind tells beside place, term and price. */
  readonly fields: Readonly<Record<string, string>>;
}

const nothing = { parcels: false, byMuAndYear: false, certificate: false, contract: null, closes: false } as const;

/** The rules of each kind (领域规则 1.1；法发各条). */
// prettier-ignore
export const kindRules: Readonly<Record<RightKind, RightKindRules>> = {
  contracted: { modes: ['lease'], parcels: true, byMuAndYear: true, certificate: true, contract: 'GF-2021-2606', closes: true, fields: {} },
  forest:     { ...nothing, modes: ['lease', 'assignment', 'share', 'contribution', 'cooperation'], byMuAndYear: true, fields: { certificate: '林权证号', sort: '林种', species: '树种', age: '林龄（年）', stock: '蓄积（立方米）' } },
  wasteland:  { ...nothing, modes: ['assignment', 'lease', 'share'], byMuAndYear: true, fields: { sort: '荒山沟丘滩', area: '面积（亩）', decision: '民主程序' } },
  assets:     { ...nothing, modes: ['contracting', 'lease', 'assignment', 'share', 'cooperation'], fields: { name: '资产名称', quantity: '数量', unit: '单位', appraisal: '评估价' } },
  equipment:  { ...nothing, modes: ['assignment', 'lease', 'auction'], fields: { name: '名称型号', quantity: '台数', bought: '购置年份' } },
  waterworks: { ...nothing, modes: ['contracting', 'lease', 'assignment', 'share'], fields: { name: '工程名称', sort: '工程类型', capacity: '供水能力', certificate: '产权证号' } },
  knowledge:  { ...nothing, modes: ['assignment', 'lease', 'share'], fields: { name: '名称', sort: '类别', number: '登记号', expires: '有效期到' } },
  other:      { ...nothing, modes: ['lease', 'assignment', 'cooperation'], fields: { name: '名称', basis: '依据' } },
};

/** What is never listed (领域规则 1.1：宅基地、农房、集体股权不进市场). */
export const neverTraded = {
  homestead: '宅基地使用权',
  farmhouse: '农民住房',
  shares: '集体资产股权',
} as const;
export type NeverTraded = keyof typeof neverTraded;
