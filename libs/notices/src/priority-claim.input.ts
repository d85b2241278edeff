import { ChoiceField, FindField, type Received, ScanField, TextField, TickField } from '#platform';
import { type ClaimLevel, type DeclineGround, claimLevels } from './priority-claim.words.js';

const own = { optional: true } as const;
const grounds: Readonly<Record<DeclineGround, string>> = {
  terms_differ: '条件不同：主张人做不到公示的价款、期限、付款或者用途',
  no_ability: '没有农业经营能力或者资质（承包法第三十八条第四项）',
  not_letting: '转出方不再流转：公示的受让方也不给，本案终止',
};

/** A member of the collective claims; whom a clerk writes down is named from the card. */
export class PriorityClaimInput {
  @FindField('主张人是谁', 'person', {
    ...own,
    hint: '写姓名、村名或者承包方代码，按“找”再选；登记簿里没有的，填下面两项',
  })
  claimantId?: string;

  @TextField('主张人姓名', { ...own, named: 'person', length: [0, 30], hint: '看身份证' }) name = '';

  /** By it the person is found in the register, or entered. */
  @TextField('身份证号', { ...own, length: [0, 24], hint: '照身份证写。主张成立的，凭它为他办下去' }) idNumber = '';

  @TextField('电话', { ...own, digits: true, length: [0, 20] }) phone = '';
  @TextField('说明（可不填）', { ...own, lines: 3, length: [0, 1000], hint: '种了几年地、有什么机械' }) statement = '';

  @ScanField('本集体成员的证明', {
    ...{ ...own, most: 20, camera: false },
    hint: '村里开的证明或成员证，照片或 PDF；登记簿里查得到的可以不传',
  })
  proof: Received[];

  @TickField('我接受上面的价款、期限、付款、用途', { refusal: '要接受同样的条件' }) accepts = false;
  @ChoiceField('优先的缘由', claimLevels, { ...own, unasked: true, refusal: '选优先的缘由' }) level: ClaimLevel =
    'member';
}

export class ClaimRefusalInput {
  @TextField('为什么核实不了', { ...own, lines: 2, length: [0, 1000], hint: '会印在答复书上' }) reasons = '';
}

export class ClaimConsentInput {
  @TextField('说明（可不填）', { ...own, lines: 2, length: [0, 1000] }) reasons = '';
}

/** The transferor's no: on which lawful ground, and what he signed. Whether that is enough, the rules of the claim say. */
export class ClaimDeclineInput {
  @ChoiceField('是哪一种情形', grounds, { ...own, unset: '请选' }) ground?: DeclineGround;
  @TextField('具体情况', { ...own, lines: 2, length: [0, 1000], hint: '写清事实，会印在答复书上' }) reasons = '';
  @ScanField('转出方签字的说明', own) statement?: Received;
}
