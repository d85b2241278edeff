import { problem } from '#kernel';
import { inputProblem, refuses } from '#platform';

export const partyProblems = {
  notFound: problem('party-not-found', 404, '没有这个人、户或单位'),
  nameWrong: problem('party-name-wrong', 422, '姓名或名称写得不对'),
  identityWrong: problem('identity-wrong', 422, '身份证号不对'),
  identityOpen: problem(
    'identity-open',
    409,
    '这个人的证件还没有核实',
    '没有核实是谁，就不能算他同意（承包法第十六条、第二十四条）。先在这一户的页面凭证件补正。',
  ),
  identityOfAnother: problem(
    'identity-of-another',
    409,
    '这个身份证号已登记给别人',
    '姓名和号码对不上。请核对证件；老号码确实重复的，附证明按例外登记。',
  ),
  creditCodeWrong: problem('credit-code-wrong', 422, '统一社会信用代码不对'),
  creditCodeTaken: problem('credit-code-taken', 409, '这个统一社会信用代码已登记给别的单位'),
  phoneWrong: problem('phone-wrong', 422, '手机号不对'),
  notMember: problem(
    'not-a-member',
    422,
    '这个人不是这一户的共有人',
    '只有登记在册、还在户里的共有人才能表示同意。',
    'personId',
  ),
  notYourConsent: problem(
    'not-your-consent',
    403,
    '同意只能由本人表示',
    '本人登录，或者本人到场由工作人员代办，或者交本人签字的纸质同意书。不能一次替多人同意。',
  ),
  consentGiven: problem('consent-already-given', 409, '这个人已经同意过了'),
  consentNeedsFile: problem('consent-needs-file', 422, '缺签字的同意书扫描件', '', 'file'),
  consentGone: problem('consent-not-found', 404, '没有这份同意'),
  powerToSelf: problem('power-of-attorney-to-oneself', 422, '不能委托给自己', '', 'agentId'),
  powerOfAttorneyGone: problem('power-of-attorney-not-found', 404, '没有这份委托书'),
  powerOfAttorneyPeriod: problem('power-of-attorney-period', 422, '委托期限的终止日早于起始日', '', 'validTo'),
  tooFewVotes: problem(
    'too-few-votes',
    422,
    '同意的人数不到三分之二',
    '按全体应到人数算，不按到会人数算（承包法第五十二条）。',
    'inFavour',
  ),
  votesDoNotAddUp: problem('votes-do-not-add-up', 422, '表决人数前后不符', '', 'attended'),
  decisionGone: problem('decision-not-found', 404, '没有这份决议'),
  alreadyAssisting: problem('already-assisting', 409, '您正在替另一位群众代办', '先结束那一次，再开始这一次。'),
  notAssisting: problem('not-assisting', 409, '没有正在进行的代办'),
  assistingOneself: problem('assisting-oneself', 403, '不能给自己代办'),
  witnessIsClerk: problem('witness-is-clerk', 422, '见证人不能是经办人自己', '', 'witness'),
  manyHouseholds: problem('several-households', 422, '这个人在几户里', '请填这次代表哪一户的承包方代码。', 'actsFor'),
  notRepresenting: problem('not-representing', 422, '到场的人不能代表这一户或这个单位', '', 'actsFor'),
  noPracticeCard: problem('no-practice-card', 404, '这里还没有演练农户'),
};

/** The same with what stands against it in the case at hand. */
export const partyRefusals = {
  creditCodeTaken: (name: string) => partyProblems.creditCodeTaken({ detail: `这个代码登记的是“${name}”。` }),
  tooFewVotes: (electorate: number, inFavour: number) =>
    partyProblems.tooFewVotes({ detail: `应到 ${electorate} 人，同意 ${inFavour} 人。` }),
  otherName: () => inputProblem([{ pointer: '#/name', detail: '姓名和身份证号对不上，请照证件再看一遍' }]),
  // Of consents: whose, by name.
  silent: (names: readonly string[]) =>
    partyProblems.notYourConsent({
      detail: `${names.join('、')}自己没有来说。别人的同意，由他自己登录，或者交他签字的纸质同意书。`,
    }),
  notMembers: (names: readonly string[]) =>
    partyProblems.notMember({
      detail: `${names.join('、')}不是这一户的共有人。只有登记在册、还在户里的共有人才能表示同意；一张纸只记一户的人。`,
    }),
  identitiesOpen: (names: readonly string[]) =>
    partyProblems.identityOpen({
      detail: `${names.join('、')}的证件还没有核实，不能算同意。先在这一户的页面凭证件补正。`,
    }),
  consentsGiven: (names: readonly string[]) =>
    partyProblems.consentGiven({ detail: `${names.join('、')}已经同意过了。去掉以后再记。` }),
  unknownPerson: () => partyProblems.notFound({ detail: '登记簿里没有这个身份证号。写上姓名，就一起登记。' }),
  notOfHousehold: () => partyProblems.notRepresenting({ detail: '不是这一户的人，也没有在有效期里的委托书。' }),
  unknownCode: (code: string) => partyProblems.notFound({ detail: `没有代码是 ${code} 的户或单位。` }),
};

refuses({
  person_identity_once: partyProblems.identityOfAnother,
  body_credit_code_once: partyProblems.creditCodeTaken,
  consent_once: partyProblems.consentGiven,
  consent_scan_has_file: partyProblems.consentNeedsFile,
  power_of_attorney_not_to_oneself: partyProblems.powerToSelf,
  power_of_attorney_period: partyProblems.powerOfAttorneyPeriod,
  collective_decision_two_thirds: partyProblems.tooFewVotes,
  collective_decision_counts: partyProblems.votesDoNotAddUp,
  assisted_session_one_open: partyProblems.alreadyAssisting,
});

/** Said where a person is named by neither the register nor a card. */
export const personWords = { name: '先找到这个人；登记簿里没有的，照身份证写姓名和号码' } as const;
