import { type Day, type Rule, blocker, workflow } from '#kernel';
import type { CaseFacts } from '#cases';
import { isDeclineGround } from './priority-claim.words.js';

export interface ClaimFacts extends CaseFacts {
  /** Whether the register knows the claimant as a member of the collective that let the land out. */
  own: { registered: boolean };
  /** Until when a claimant who was chosen hands in. */
  submitBy?: Day | null;
  /** What is answered; not there yet while the page only offers the step. */
  answer?: { reasons: string; ground: string; signed: boolean };
}

const law = '农村土地承包法第三十八条第五项';

/** 主张优先权的要是本集体的人：登记簿里有，或者村集体出具证明。 */
export const membershipShown: Rule<ClaimFacts> = ({ files, own }) =>
  own.registered || files.some(({ kind }) => kind === 'membership')
    ? undefined
    : blocker(
        'claim-no-proof',
        '登记簿里查不到他是本集体成员，也还没有村集体出的证明',
        `${law}：本集体经济组织成员享有优先权`,
      );

export const refusalReasoned: Rule<ClaimFacts> = ({ answer }) =>
  answer && answer.reasons.trim().length < 5
    ? blocker('claim-unreasoned', '不成立的要写明理由', '平台规则：答复应当说明理由')
    : undefined;

// 转出方可以不流转，但条件相同的不能偏选外面的人（承包法第三十八条第五项）：不成立只有法定的几种情形。
export const declineGrounded: Rule<ClaimFacts> = ({ answer }) =>
  answer && !isDeclineGround(answer.ground)
    ? blocker('claim-ungrounded', '不成立只有三种情形：条件不同、没有经营能力、转出方不再流转。都不是的，主张成立', law)
    : undefined;

export const statementSigned: Rule<ClaimFacts> = ({ answer }) =>
  answer && !answer.signed
    ? blocker('claim-unsigned', '还没有转出方签字的书面说明（扫描件）', `${law}；平台规则：转出方的意思要有书面凭证`)
    : undefined;

const basis = '优先权主张 3 个工作日内答复（平台规则）';

// prettier-ignore
export const claimWorkflow = workflow('case_file', {
  kind: 'priority_claim',
  label: '优先权主张',
  states: {
    received:   { phase: 'waiting', label: '等核实成员身份', within: 'priorityAnswerWorkingDays', basis, tone: 'act' },
    proven:     { phase: 'waiting', label: '等转出方答复', within: 'priorityAnswerWorkingDays', basis, tone: 'wait' },
    granted:    { phase: 'answered',   label: '主张成立，等转出方选定', tone: 'go' },
    chosen:     { phase: 'over',       label: '已选定承接', end: true, tone: 'go' },
    not_chosen: { phase: 'over',       label: '没有选上', end: true, tone: 'info' },
    declined:   { phase: 'over',       label: '主张不成立', end: true, tone: 'info' },
    not_proven: { phase: 'over',       label: '身份未核实', end: true, tone: 'info' },
    withdrawn:  { phase: 'over',       label: '已撤回', end: true, tone: 'info' },
    lapsed:     { phase: 'over',       label: '公示撤下，主张失效', end: true, tone: 'info' },
  },
  steps: [
    { from: 'received', on: 'verify', to: 'proven', by: ['town_coordination', 'town_trade'], label: '核实是本集体成员', needs: [membershipShown] },
    { from: 'received', on: 'refuse', to: 'not_proven', by: ['town_coordination', 'town_trade'], label: '身份核实不了', tone: 'quiet', needs: [refusalReasoned] },
    { from: 'proven', on: 'grant', to: 'granted', by: ['town_coordination', 'town_trade'], label: '记下主张成立', hint: '条件相同的就成立。公示期满以后，由转出方从成立的主张里选定一位。' },
    { from: 'proven', on: 'decline', to: 'declined', by: ['town_coordination', 'town_trade'], label: '记下主张不成立', tone: 'quiet', needs: [declineGrounded, refusalReasoned, statementSigned], hint: '转出方可以不流转，但不能条件相同还租给外面的人。' },
    // 几位主张都成立的，由转出方选定：在流转案件里办承接时一起写下。
    { from: 'granted', on: 'choose', to: 'chosen', by: 'town_trade', label: '转出方选定', needs: [statementSigned] },
    { from: 'granted', on: 'pass_over', to: 'not_chosen', by: 'town_trade', label: '转出方选了另一位', needs: [statementSigned] },
    { from: ['received', 'proven', 'granted'], on: 'withdraw', to: 'withdrawn', by: ['town_coordination', 'town_trade', 'applicant'], label: '登记撤回', tone: 'quiet' },
    // 公示撤下的，没有东西可以主张了；重新公示的，重新主张。
    { from: ['received', 'proven', 'granted'], on: 'lapse', to: 'lapsed', by: 'clock', label: '公示撤下，主张失效' },
  ],
});
