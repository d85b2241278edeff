import { ChoiceField, DayField, type Received, ScanField, TextField } from '#platform';
import { barringAppealTopics } from './barring.words.js';

/** Why and until when somebody shall be barred. */
export class BarringInput {
  @TextField('怎么违约的', {
    ...{ lines: 4, length: [10, 1000], hint: '哪一天、哪一项没有做到、有什么凭证；照写进告知书' },
  })
  reason: string;

  @TextField('依据', { length: [2, 200], hint: '县里的哪份规定、挂牌公告或者合同的第几条' }) rule: string;

  @DayField('拟禁入到哪天', {
    ...{ optional: true, bound: 'future', hint: '最后一天；决定的时候不能比这一天晚' },
    refusal: '拟禁入到哪天：写年月日',
  })
  untilDay?: string;
}

/** What the party says of it. */
export class BarringAnswerInput {
  @TextField('怎么说的', { lines: 5, length: [2, 2000], hint: '事实对不对、有没有别的原因' }) said: string;
  @ScanField('凭证（可不传）', { optional: true, most: 6, hint: '照片或 PDF' }) proof?: Received[];
}

/** The decision: what was found, and the days. */
export class BarringDecisionInput {
  @TextField('查明的情况、对申辩的意见', { lines: 5, length: [10, 2000], hint: '照写进决定书' }) findings: string;
  @DayField('从哪天', { bound: 'future', refusal: '从哪天：写年月日' }) fromDay: string;
  @DayField('到哪天', { optional: true, hint: '最后一天', refusal: '到哪天：写年月日' }) untilDay?: string;
}

/** Why it is dropped or lifted. */
export class BarringReasonInput {
  @TextField('理由', { lines: 3, length: [4, 500], hint: '当事人看得到' }) reason: string;
}

/** An appeal against the decision. */
export class BarringAppealInput {
  @ChoiceField('哪里不服', barringAppealTopics, { wide: true }) topic: keyof typeof barringAppealTopics;
  @TextField('怎么回事', { lines: 6, length: [5, 4000] }) facts: string;
  @TextField('想怎么办（可不填）', { optional: true, lines: 2, length: [0, 1000] }) request: string = '';
  @ScanField('凭证（可不传）', { optional: true, most: 20, hint: '照片或 PDF' }) evidence?: Received[];
}
