import { type BidPriority, bidPriorities } from '#kernel';
import { priorityAnswers } from '../listing.words.js';
import { ChoiceField, FindField, MoneyField, type Received, ScanField, TextField } from '#platform';

/** Somebody wants a lot: who, at which price, and why he can work it. */
export class InterestInput {
  @FindField('谁要', 'transferee', { optional: true, hint: '自己报名的不填；来人带书面申请的，在这里找' })
  party?: string;

  @MoneyField('出多少钱', {
    pattern: /^(?=.*[1-9])(\d{1,9}|\d{1,3}(,\d{3}){1,2})(\.\d{1,2})?$/,
    ...{ called: '报价', hint: '单位和挂牌价一样；只有一方够资格的，按挂牌价和报价里高的成交' },
    refusal: '报价写多少元，单位和挂牌价一样，只写数字，最多两位小数',
  })
  offerYuan: string;

  @TextField('能不能经营好', {
    lines: 3,
    length: [2, 500],
    called: '经营能力',
    hint: '种过多少地、做过什么、有什么机械、几个人（承包法第38条第4项）',
  })
  ability: string;

  @TextField('有没有失信、打官司的记录', {
    length: [1, 300],
    hint: '没有的写“无”',
    refusal: '失信、诉讼记录：没有的写“无”，有的写清楚',
  })
  credit: string;

  @TextField('单位派来办的人（法定代表人自己办的不写）', {
    ...{ named: 'person', optional: true, length: [0, 30], called: '单位派来办的人' },
  })
  agent: string = '';

  @ScanField('单位的授权委托书（派人来办的要传）', {
    optional: true,
    hint: '写明委托什么、到哪天，单位盖章；照片或 PDF',
  })
  authorization?: Received;

  @ChoiceField('要不要主张优先权', bidPriorities, {
    ...{ optional: true, unset: '不主张', called: '优先权' },
    hint: '同样的价钱，优先的一方得；要在报名时主张',
  })
  priority?: BidPriority;

  @ScanField('优先权的证明', {
    optional: true,
    hint: '村集体开的证明、原来的合同；登记簿里是本集体成员的不用传',
  })
  proof?: Received;

  @ScanField('身份证、营业执照（可不传）', { optional: true, most: 6, hint: '照片或 PDF' })
  papers?: Received[];
}

/** Why somebody may not take part. */
export class InterestRefusalInput {
  @TextField('为什么不够资格', { lines: 3, length: [4, 300], hint: '会告诉报名的人' }) reason: string;
}

/** Whether the town found a claim of priority true. */
export class PriorityInput {
  @ChoiceField('证明属不属实', priorityAnswers, { refusal: '选属实还是不属实' }) answer: keyof typeof priorityAnswers;
  @TextField('为什么不属实（属实的不写）', {
    ...{
      optional: true,
      lines: 3,
      length: [4, 300],
      called: '为什么不属实',
      hint: '会告诉报名的人；他不优先，照样可以竞价',
    },
  })
  reason?: string;
}
