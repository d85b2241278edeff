import { workflow } from '#kernel';
import { questionStates } from './question-states.workflow.js';
import * as rule from './question.rules.js';

// prettier-ignore
export const questionWorkflow = workflow('question', {
  label: '挂牌提问',
  states: questionStates,
  steps: [
    { from: 'asked', on: 'answer',    to: 'answered',  by: ['village_clerk', 'town_trade'], label: '答复', needs: [rule.lotOnOffer], hint: '问题和答复一起公开，不写是谁问的。' },
    { from: 'asked', on: 'set_aside', to: 'set_aside', by: 'town_trade', label: '不公开', tone: 'quiet', needs: [rule.lotOnOffer], hint: '骂人、捣乱、和这宗挂牌无关的；公开的是理由，不是原话。', aside: true, back: true },
    { from: 'answered', on: 'correct', to: 'same', by: ['village_clerk', 'town_trade'], label: '更正答复', tone: 'quiet', needs: [rule.lotOnOffer], hint: '答错了的改过来；原来的答复留着，大家都看得到。', aside: true },
    { from: 'asked', on: 'withdraw',  to: 'withdrawn', by: 'applicant', label: '撤回提问', tone: 'quiet', hint: '不问了；撤回的提问不公开。', aside: true, back: true },
    { from: 'asked', on: 'close',     to: 'closed',    by: 'clock', label: '挂牌结束', needs: [rule.lotOffOffer], back: true },
  ],
});
