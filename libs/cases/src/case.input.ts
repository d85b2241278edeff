import { ChoiceField, PickField, TextField } from '#platform';
import { type ServedWay, servedWays } from './case-file.words.js';

const own = { optional: true } as const;

/** A decision; which outcomes there are its kind says, and whether it tells enough, the rules of the case. */
export class DecisionInput {
  @PickField('决定', { refusal: '选一种决定' }) outcome: string;
  @PickField('部分成立的，怎么办', own) effect?: string;

  @TextField('查明的情况', {
    ...{ ...own, lines: 5, length: [0, 2000], hint: '看了什么、量了什么、问了谁，结果怎样' },
  })
  findings = '';

  @TextField('理由', { ...own, lines: 4, length: [0, 2000], hint: '为什么这样决定' }) reasons = '';
  @TextField('依据', { ...own, length: [0, 200], hint: '例如：农村土地承包法第三十六条' }) rule = '';
}

export class ServiceInput {
  @ChoiceField('怎么送的', servedWays, { refusal: '选送达的方式' }) way: ServedWay;
}

export class CaseNoteInput {
  @TextField('说明', { lines: 2, length: [2, 500], refusal: '写明理由' }) reason: string;
}

export class WithdrawalInput {
  @TextField('为什么撤回', { ...own, lines: 2, length: [0, 1000], hint: '本人当面说的，或者有书面的' }) reason = '';
}

export class ContactInput {
  @TextField('为什么要看', { lines: 2, length: [4, 200], hint: '例如：打电话约时间去看地。看过会留下记录' })
  reason: string;
}
