import type { RightKind } from '#kernel';
import type { NeverTraded, PassingMode, PriceUnit } from './right-kinds.words.js';
import type { RightField } from './right.input.js';

/** How a kind of right passes in one of its ways. */
export interface Passing {
  readonly unit: PriceUnit;
  /** It passes on one day and for good, so there is no term. */
  readonly forGood?: true;
  /** The longest term, and where that stands; null where no source was found that sets one. */
  readonly most: { readonly years: number; readonly basis: string } | null;
}

/** What the rules of a kind are; libs ask these, never the kind by its name. */
export interface RightKindRules {
  readonly passes: Readonly<Partial<Record<PassingMode, Passing>>>;
  /** It consists of parcels of the register, each under a household's contract. */
  readonly parcels: boolean;
  /** Only a collective can give it, by its own decision. */
  readonly collective: boolean;
  /** Outsiders need the township's approval (承包法第五十二条). */
  readonly township: boolean;
  /** Who registers it, and where that stands; null where the law knows no register. The exchange certifies contracted land alone. */
  readonly register: string | null;
  /** The model contract that a source gives; null where none was found. */
  readonly contract: string | null;
  /** Its own fields: which must be said, and which may. */
  readonly fields: Readonly<Partial<Record<RightField, 'must' | 'may'>>>;
}

/** 租赁期限不得超过二十年，超过部分无效（民法典第七百零五条）. */
const leased = { years: 20, basis: '民法典第七百零五条' };
/** 林地的承包期为三十年至七十年（农村土地承包法第二十一条）. */
const wooded = { years: 70, basis: '农村土地承包法第二十一条：林地的承包期为三十年至七十年' };
const barren = { years: 50, basis: '济南市农村四荒资源开发管理条例：期限不超过五十年' };

const sold = { unit: 'total', forGood: true, most: null } as const;
const yearly = { unit: 'year', most: null } as const;
const lumped = { unit: 'total', most: null } as const;
const usual = { parcels: false, collective: false, township: false, register: null, contract: null } as const;

/** The rules of each kind (领域规则 1.1；法条见各行). */
// prettier-ignore
export const kindRules: Readonly<Record<RightKind, RightKindRules>> = {
  contracted: { ...usual, parcels: true, contract: 'GF-2021-2606', fields: {},
    passes: { lease: { unit: 'mu_year', most: null } } },
  forest: { ...usual, register: '林权由不动产登记机构登记（不动产登记暂行条例第五条）',
    passes: { lease: { unit: 'mu_year', most: wooded }, assignment: { unit: 'total', most: wooded }, share: { unit: 'total', most: wooded }, contribution: { unit: 'total', most: wooded }, cooperation: { unit: 'year', most: wooded } },
    fields: { name: 'must', location: 'must', areaMu: 'must', certificate: 'must', forestSort: 'must', species: 'must', treeAge: 'may', stock: 'may' } },
  wasteland: { ...usual, collective: true, township: true, register: '依法登记取得权属证书的，可以出租、入股、抵押（农村土地承包法第五十三条）',
    passes: { lease: { unit: 'mu_year', most: barren }, contracting: { unit: 'mu_year', most: barren }, assignment: { unit: 'total', most: barren }, share: { unit: 'total', most: barren } },
    fields: { name: 'must', location: 'must', areaMu: 'must', wasteSort: 'must' } },
  assets: { ...usual, collective: true,
    passes: { contracting: yearly, lease: { unit: 'year', most: leased }, assignment: sold, share: lumped, cooperation: yearly },
    fields: { name: 'must', location: 'must', quantity: 'must', quantityUnit: 'must', appraisalYuan: 'may', certificate: 'may' } },
  equipment: { ...usual,
    passes: { assignment: sold, lease: { unit: 'year', most: leased }, auction: sold },
    fields: { name: 'must', model: 'must', location: 'must', quantity: 'must', quantityUnit: 'must', bought: 'must', appraisalYuan: 'may' } },
  waterworks: { ...usual,
    passes: { lease: { unit: 'year', most: leased }, contracting: yearly, assignment: lumped, share: lumped },
    fields: { name: 'must', location: 'must', waterSort: 'must', capacity: 'must', certificate: 'must' } },
  knowledge: { ...usual, register: '转让、许可的登记、备案按各自的法律办（专利法第十条、商标法第四十二条）',
    passes: { assignment: sold, lease: yearly, share: lumped },
    fields: { name: 'must', knowledgeSort: 'must', registration: 'must', expiresOn: 'may' } },
  other: { ...usual,
    passes: { lease: { unit: 'year', most: leased }, assignment: sold, cooperation: yearly },
    fields: { name: 'must', basis: 'must', location: 'may', quantity: 'may', quantityUnit: 'may' } },
};

/** Why something is never listed. */
export const neverTradedWhy: Readonly<Record<NeverTraded, string>> = {
  homestead: '国办发〔2014〕71号；土地管理法第六十二条：农村村民一户只能拥有一处宅基地',
  farmhouse: '国办发〔2014〕71号；房屋连着宅基地，土地管理法第六十二条',
  shares: '国办发〔2014〕71号',
};

/** Something that a contract has to say: where that stands, and what of the deal says it already. */
export interface Clause {
  readonly name: string;
  readonly article: string;
  readonly says?: 'parties' | 'thing' | 'term' | 'price' | 'payment' | 'use';
}

const from = (article: string, ...clauses: readonly Omit<Clause, 'article'>[]): readonly Clause[] =>
  clauses.map((clause) => ({ ...clause, article }));

const lease = from(
  '民法典第七百零四条',
  { name: '租赁物的名称、数量', says: 'thing' },
  { name: '用途', says: 'use' },
  { name: '租赁期限', says: 'term' },
  { name: '租金', says: 'price' },
  { name: '租金支付期限和方式', says: 'payment' },
  { name: '租赁物维修' },
);
const general = from(
  '民法典第四百七十条',
  { name: '当事人的姓名或者名称和住所', says: 'parties' },
  { name: '标的、数量', says: 'thing' },
  { name: '质量' },
  { name: '价款或者报酬', says: 'price' },
  { name: '履行期限', says: 'term' },
  { name: '履行地点和方式', says: 'payment' },
  { name: '违约责任' },
  { name: '解决争议的方法' },
);
const wooding = from(
  '森林法第十九条',
  { name: '流转双方的权利义务' },
  { name: '流转期限', says: 'term' },
  { name: '流转价款', says: 'price' },
  { name: '支付方式', says: 'payment' },
  { name: '流转期限届满林地上的林木和固定生产设施的处置' },
  { name: '违约责任' },
);
const contracting = from(
  '农村土地承包法第二十二条、第四十九条',
  { name: '双方的名称，负责人、代表的姓名、住所', says: 'parties' },
  { name: '土地的名称、坐落、面积', says: 'thing' },
  { name: '质量等级' },
  { name: '期限和起止日期', says: 'term' },
  { name: '土地的用途', says: 'use' },
  { name: '双方的权利和义务' },
  { name: '违约责任' },
);
const technology = from(
  '民法典第八百四十五条',
  { name: '项目的名称，标的的内容、范围和要求', says: 'thing' },
  { name: '履行的计划、地点和方式', says: 'term' },
  { name: '技术信息和资料的保密' },
  { name: '技术成果的归属和收益的分配办法' },
  { name: '验收标准和方法' },
  { name: '名词和术语的解释' },
);

const ofKind: Readonly<Partial<Record<RightKind, readonly Clause[]>>> = {
  forest: wooding,
  wasteland: contracting,
  knowledge: technology,
};

/** What the law wants a contract of this kind and way to say, each once: its own law's first, the general rule's behind. */
export function clausesOf(kind: RightKind, mode: PassingMode): readonly Clause[] {
  const own = ofKind[kind] ?? (mode === 'lease' ? lease : []);
  const said = new Set(own.flatMap(({ name, says }) => [name, ...(says ? [says] : [])]));
  return [...own, ...general.filter(({ name, says }) => !said.has(name) && !(says && said.has(says)))];
}
