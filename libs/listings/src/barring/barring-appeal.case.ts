import { answered, caseKind } from '#cases';
import { BarringAppealSide } from './barring-appeal-side.service.js';
import { barringAppealAnswer } from './barring.letter.js';
import { barringAppealOutcomes, barringAppealTopics } from './barring.words.js';

/** 复核：who is barred asks that somebody who had no part in the decision looks at it again. */
export const barringAppeal = caseKind({
  ...{ kind: 'barring_appeal', word: '禁入复核', series: { name: 'case:barring_appeal', word: '农禁复' } },
  topics: barringAppealTopics,
  outcomes: barringAppealOutcomes,
  about: { things: 'barrings', word: '违约禁入' },
  workflow: answered({
    ...{ kind: 'barring_appeal', label: '禁入复核', within: 'barringAppealWorkingDays' },
    basis: '平台参数：禁入复核的答复期限',
    ...{ by: 'supervisor', decides: [], serves: [] },
  }),
  letters: { decide: barringAppealAnswer },
  side: BarringAppealSide,
});
