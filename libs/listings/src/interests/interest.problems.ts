import { type FieldError, problem } from '#kernel';
import { refuses } from '#platform';

export const interestProblems = {
  notFound: problem('interest-not-found', 404, '没有这次报名'),
  twice: problem('interest-twice', 409, '这一方已经报过名了'),
  closed: problem('interest-closed', 409, '这宗挂牌现在不收报名', '报名只在挂牌期间，过了截止的钟点就不收。'),
  belowFloor: problem('offer-too-low', 422, '报价低于这宗挂牌能成交的价钱', '', 'offerYuan'),
  nobody: problem('interest-nobody', 422, '没有写是谁要', '自己登录报名，到站里代办，或者由镇交易岗照书面申请登记。'),
  barred: problem('interest-barred', 409, '这一方因为违约，现在不能报名'),
  answeredPriority: problem('priority-answered', 409, '没有等着核实的优先权', '没有主张，或者已经答复过了。'),
  noAccount: problem('no-bid-account', 409, '这个镇还没有保证金专户，现在收不了保证金', '请县系统管理员先登记专户。'),
};

/** What is wrong in a field of the registration. */
export const interestFaults = {
  belowFloor: () =>
    interestProblems.belowFloor({ errors: [{ pointer: '#/offerYuan', detail: interestProblems.belowFloor().title }] }),
  noAuthorization: (): FieldError => ({
    ...{ pointer: '#/authorization', detail: '单位派人来办的，要传单位的授权委托书（民法典第一百六十五条）' },
  }),
  noAgent: (): FieldError => ({ pointer: '#/agent', detail: '传了授权委托书的，写上派来办的人是谁' }),
  noSuchPriority: (): FieldError => ({ pointer: '#/priority', detail: '这宗挂牌的竞价规则里没有这一种优先权' }),
  noProof: (): FieldError => ({ pointer: '#/proof', detail: '主张优先权的，要传证明；登记簿里是本集体成员的不用传' }),
  notAsked: (): FieldError => ({ pointer: '#/proof', detail: '没有主张优先权，不传优先权的证明' }),
  noRefusal: (): FieldError => ({ pointer: '#/reason', detail: '不属实的，写为什么' }),
  reasonFor: (): FieldError => ({ pointer: '#/reason', detail: '属实的，不写为什么不属实' }),
  nobody: () => interestProblems.nobody({ errors: [{ pointer: '#/party', detail: interestProblems.nobody().title }] }),
} as const;

refuses({ interest_once: interestProblems.twice });
