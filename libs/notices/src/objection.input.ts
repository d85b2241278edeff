import { ChoiceField, type Received, ScanField, TextField, TickField } from '#platform';
import {
  type CaseChannel,
  type CaseEffect,
  type CaseOutcome,
  type CaseRelation,
  type CaseTopic,
  type ServedWay,
  caseEffects,
  caseOutcomes,
  caseRelations,
  caseTopics,
  servedWays,
} from '#cases';

const own = { optional: true } as const;
/** What is wrong, each with what that means. */
const topics: Readonly<Record<CaseTopic, { label: string; text: string }>> = {
  title: { label: caseTopics.title, text: '地不是他的，或者还有别人的份' },
  boundary_area: { label: caseTopics.boundary_area, text: '四至、面积和实际对不上' },
  consent_forged: { label: caseTopics.consent_forged, text: '户里有人没同意，或者字不是本人签的' },
  earlier_contract: { label: caseTopics.earlier_contract, text: '这块地先前已经流转给别人' },
  encumbrance: { label: caseTopics.encumbrance, text: '地上有抵押、查封或者没还清的账' },
  use: { label: caseTopics.use, text: '要改变农业用途，或者占基本农田种别的' },
  price_collusion: { label: caseTopics.price_collusion, text: '价款不实，或者串通压价' },
  procedure: { label: caseTopics.procedure, text: '没公示、没开会、手续不全' },
  priority: { label: caseTopics.priority, text: '本村人同样条件想租，没让租' },
};
const channels = { counter: '窗口', station: '村服务站', phone: '电话' } as const;

/** An objection as a person or a clerk writes it down. A named one is answered; an anonymous one is a lead. */
export class ObjectionInput {
  @ChoiceField('是哪一种', topics, {
    ...{ section: '哪里不对', wide: true, hint: '选最像的一种，办的人会再核', refusal: '选一种' },
  })
  kind: CaseTopic;

  @TextField('怎么回事', {
    ...{ lines: 6, length: [5, 4000], hint: '哪块地、谁、什么时候、哪里不对' },
    refusal: '写清怎么回事，不少于 5 个字',
  })
  facts: string;

  @TextField('您想要怎么办（可不填）', { ...own, lines: 2, length: [0, 1000] }) request = '';
  @ScanField('凭证（可不传）', { ...own, most: 20, hint: '合同、照片、证书', camera: false }) evidence: Received[];

  @ChoiceField('您和这块地的关系', caseRelations, { ...own, section: '您是谁', wide: true })
  relation: CaseRelation = 'public';

  @TextField('姓名', { ...own, length: [0, 30], auto: 'name' }) name = '';
  @TextField('身份证号', { ...own, length: [0, 20], hint: '18 位' }) idNumber = '';
  @TextField('电话', { ...own, digits: true, length: [0, 20], auto: 'tel' }) phone = '';

  @TextField('答复送到哪里', {
    ...{ ...own, length: [0, 200], hint: '住址；也可以写「到村服务站取」', auto: 'street-address' },
  })
  address = '';

  @TickField('不留姓名，只反映线索（会查，但没法答复您，也不会停下这一件）') anonymous = false;
  /** Asked of a clerk who writes it down for somebody. */
  @TickField('记下来的已念给本人听，本人说对') readBack = false;
  @ChoiceField('怎么来的', channels, { ...own, unasked: true, refusal: '窗口、村服务站还是电话' })
  channel?: CaseChannel;
}

/** A decision; whether it tells enough, the rules of the letter say. */
export class DecisionInput {
  @ChoiceField('决定', caseOutcomes, { refusal: '选一种决定' }) outcome: CaseOutcome;
  @ChoiceField('部分成立的，怎么办', caseEffects, { ...own, unset: '（其他决定不用选）' }) effect?: CaseEffect;

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

export class LetterNoteInput {
  @TextField('说明', { lines: 2, length: [2, 500], refusal: '写明理由' }) reason: string;
}
