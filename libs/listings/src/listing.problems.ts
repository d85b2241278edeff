import {
  type Day,
  type FieldError,
  type Fen,
  type RightKind,
  formatDay,
  formatYuan,
  problem,
  rightKinds,
} from '#kernel';
import { inputProblem, refuses } from '#platform';
import { type Passing, neverTradedWhy } from './right-kinds.rules.js';
import { type NeverTraded, type PassingMode, neverTraded, passingModes } from './right-kinds.words.js';

export const listingProblems = {
  notFound: problem('listing-not-found', 404, '没有这宗挂牌'),
  notEditable: problem(
    'listing-not-editable',
    409,
    '这宗挂牌已经定稿，不能再改',
    '要改先退回草稿；给过的同意要重新问。',
  ),
  parcelOffered: problem(
    'parcel-offered-already',
    409,
    '有地块已经在别的挂牌里',
    '一块地同时只能在一宗挂牌里。先撤回那一宗，或者去掉这块地。',
    'parcels',
  ),
  parcelsApart: problem('listing-parcels-apart', 422, '一宗挂牌里的地块要属于同一个集体', '', 'parcels'),
  notContracted: problem(
    'listing-not-contracted',
    422,
    '有地块没有承包到户',
    '这一类只挂农户承包的地；集体没有发包的地不在这一类里。',
    'parcels',
  ),
  missingConsent: problem(
    'listing-missing-consent',
    409,
    '还有共有人没有同意，不能离开村服务站',
    '承包法第十六条：家庭成员平等享有权益。',
  ),
  noConsent: problem('listing-consent-closed', 409, '现在不能记同意', '草稿定稿以后、签合同以前才能记。'),
  noLetter: problem('listing-letter-not-found', 404, '没有这份委托书，或者已经撤销'),
  noDecision: problem('listing-without-decision', 409, '集体还没有决议', '先记决议，再记乡镇批准。'),
  noHolderYes: problem(
    'listing-holder-undecided',
    409,
    '权利人还没有同意，不能离开村服务站',
    '集体的要成员大会、村民会议或者代表会议三分之二以上同意；其他人的要本人签字的委托书。',
  ),
  dealtAlready: problem('listing-dealt-already', 409, '这宗挂牌已经成交'),
  notMember: problem('listing-not-member', 422, '这个人不是这宗挂牌里哪一户的共有人', '', 'personId'),
  relistedAlready: problem('listing-relisted-already', 409, '这宗挂牌已经重新挂过了'),
  notFallen: problem('listing-not-fallen', 409, '流标、撤回的才能重新挂'),
  samePhoto: problem(
    'listing-photo-used',
    409,
    '这张照片已经用在别的挂牌里',
    '每一宗要自己的照片；同一块地重新挂牌的除外。',
  ),
};

const fault = (field: string, detail: string): FieldError => ({ pointer: `#/${field}`, detail });

/** What is wrong with what was typed. */
export const listingFaults = {
  kindOff: (kind: RightKind): FieldError =>
    fault('kind', `${rightKinds[kind]}本县现在不收挂牌（平台参数：收哪几类产权的挂牌）`),
  byParcels: (kind: RightKind): FieldError => fault('kind', `${rightKinds[kind]}按户、按地块录，在“录入挂牌”里`),
  notByParcels: (kind: RightKind): FieldError => fault('kind', `${rightKinds[kind]}不按承包地块录，在“录入其他产权”里`),
  neverTraded: (kind: NeverTraded): FieldError =>
    fault('kind', `${neverTraded[kind]}不能在这里流转（${neverTradedWhy[kind]}）`),
  foreignField: (kind: RightKind, field: string, label: string): FieldError =>
    fault(field, `${rightKinds[kind]}没有“${label}”这一项，不要填`),
  missingField: (kind: RightKind, field: string, label: string): FieldError =>
    fault(field, `${rightKinds[kind]}要写${label}`),
  noMode: (kind: RightKind, mode: PassingMode): FieldError =>
    fault('mode', `${rightKinds[kind]}不能${passingModes[mode]}`),
  noTerm: (mode: PassingMode): FieldError => fault('endsOn', `一次${passingModes[mode]}的没有期限，不写到哪天`),
  tooLong: (kind: RightKind, { years, basis }: NonNullable<Passing['most']>): FieldError =>
    fault('endsOn', `${rightKinds[kind]}这样流转，期限最长 ${years} 年（${basis}）`),
  pastRight: (last: Day): FieldError => fault('endsOn', `权利有效到${formatDay(last)}，不能超过`),
  noHolder: (): FieldError => fault('holder', '登记簿里没有这一户、这个单位'),
  notCollective: (kind: RightKind): FieldError => fault('holder', `${rightKinds[kind]}是集体的，写农村集体经济组织`),
  noCollective: (): FieldError => fault('village', '登记簿里没有这个村的集体'),
  starts: (): FieldError => fault('startsOn', '开始日期不能早于今天'),
  ends: (): FieldError => fault('endsOn', '结束日期要在开始日期以后'),
  floor: (price: Fen): FieldError => fault('floorYuan', `底价不能高于挂牌价 ${formatYuan(price)} 元`),
  nothing: (): FieldError => fault('household', '找到一户或者一块地，挂牌要有地块'),
  noParcels: (): FieldError => fault('household', '这一户没有可以挂牌的承包地块'),
  unknownParcel: (code: string): FieldError => fault('parcels', `登记簿里没有地块 ${code}`),
  photoUsed: (name: string): string => `${name}：这张照片已经用在别的挂牌里，换一张`,
  offered: (places: readonly string[]): string =>
    `有地块已经在别的挂牌里：${places.join('、')}。去掉它，或者先撤回那一宗`,
  taken: (text: string): FieldError => fault('parcels', text),
  privatePlot: (name: string): FieldError => fault('parcels', `${name}是自留地，不是承包地，不能挂牌`),
};

/** What is wrong with a letter to an agent. */
export const letterFaults = {
  household: (): FieldError => fault('householdId', '从这宗挂牌的各户里选一户'),
  signers: (): FieldError => fault('signers', '签字的人要都是这一户的共有人；别的户另记一份'),
  identityOpen: (name: string): FieldError =>
    fault('signers', `${name}的证件没有核实，先在这一户的页面凭证件补正，再由本人签`),
  agentTakes: (taker: string): FieldError =>
    fault('agentId', `受托的就是报名的${taker}，或者和它是一个人，不能代理转出方（民法典第168条）`),
} as const;

/** What the clock of a period is called, and on what it rests. */
export const periodWords = {
  label: '挂牌期限',
  basis: '平台参数：挂牌期限；吴忠农村产权交易中心发布出让信息操作规则：不少于 7 个工作日，从发布的次日起算',
} as const;

export const wrong = (...errors: readonly FieldError[]): Error => inputProblem([...errors]);

refuses({
  listing_leaves_with_every_yes: listingProblems.missingConsent,
  right_lot_leaves_with_a_yes: listingProblems.noHolderYes,
  right_deal_once: listingProblems.dealtAlready,
  listing_relisted_once: listingProblems.relistedAlready,
  listing_parcel_pkey: listingProblems.parcelOffered,
});
