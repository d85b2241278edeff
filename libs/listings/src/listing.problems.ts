import { type FieldError, type Fen, formatYuan, problem } from '#kernel';
import { inputProblem, refuses } from '#platform';
import { kindRules, neverTraded, type NeverTraded, rightKinds, type RightKind } from './right-kinds.words.js';

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
  kindClosed: (kind: RightKind): FieldError =>
    fault(
      'kind',
      `${rightKinds[kind]}的成交手续还没有建好，先不收挂牌${kindRules[kind].contract === null ? '；合同文本是县里格式待填' : ''}`,
    ),
  neverTraded: (kind: NeverTraded): FieldError =>
    fault('kind', `${neverTraded[kind]}不能在这里流转（国办发〔2014〕71号）`),
  starts: (): FieldError => fault('startsOn', '开始日期不能早于今天'),
  ends: (): FieldError => fault('endsOn', '结束日期要在开始日期以后'),
  floor: (price: Fen): FieldError => fault('floorYuan', `底价不能高于挂牌价 ${formatYuan(price)} 元`),
  nothing: (): FieldError => fault('household', '找到一户或者一块地，挂牌要有地块'),
  noParcels: (): FieldError => fault('household', '这一户没有可以挂牌的承包地块'),
  unknownParcel: (code: string): FieldError => fault('parcels', `登记簿里没有地块 ${code}`),
  privatePlot: (name: string): FieldError => fault('parcels', `${name}是自留地，不是承包地，不能挂牌`),
};

/** What the clock of a period is called, and on what it rests. */
export const periodWords = {
  label: '挂牌期限',
  basis: '平台参数：挂牌期限；吴忠农村产权交易中心发布出让信息操作规则：不少于 7 个工作日，从发布的次日起算',
} as const;

export const wrong = (...errors: readonly FieldError[]): Error => inputProblem([...errors]);

refuses({
  listing_leaves_with_every_yes: listingProblems.missingConsent,
  listing_relisted_once: listingProblems.relistedAlready,
  listing_parcel_pkey: listingProblems.parcelOffered,
});
