import { ChoiceField, FindField, type Received, ScanField, TextField, TickField } from '#platform';
import type { CaseChannel } from '#cases';
import {
  type ObjectionRelation,
  type ObjectionTopic,
  objectionRelations,
  objectionTopics as named,
} from './objection.case.js';

const own = { optional: true } as const;
/** What is wrong, each with what that means. */
const topics: Readonly<Record<ObjectionTopic, { label: string; text: string }>> = {
  title: { label: named.title, text: '地不是他的，或者还有别人的份' },
  boundary_area: { label: named.boundary_area, text: '四至、面积和实际对不上' },
  consent_forged: { label: named.consent_forged, text: '户里有人没同意，或者字不是本人签的' },
  earlier_contract: { label: named.earlier_contract, text: '这块地先前已经流转给别人' },
  encumbrance: { label: named.encumbrance, text: '地上有抵押、查封或者没还清的账' },
  use: { label: named.use, text: '要改变农业用途，或者占基本农田种别的' },
  price_collusion: { label: named.price_collusion, text: '价款不实，或者串通压价' },
  procedure: { label: named.procedure, text: '没公示、没开会、手续不全' },
  priority: { label: named.priority, text: '本村人同样条件想租，没让租' },
};
const channels = { counter: '窗口', station: '村服务站', phone: '电话' } as const;

/** An objection as a person or a clerk writes it down. A named one is answered; an anonymous one is a lead. */
export class ObjectionInput {
  @ChoiceField('是哪一种', topics, {
    ...{ section: '哪里不对', wide: true, hint: '选最像的一种，办的人会再核', refusal: '选一种' },
  })
  kind: ObjectionTopic;

  @TextField('怎么回事', {
    ...{ lines: 6, length: [5, 4000], hint: '哪块地、谁、什么时候、哪里不对' },
    refusal: '写清怎么回事，不少于 5 个字',
  })
  facts: string;

  @TextField('您想要怎么办（可不填）', { ...own, lines: 2, length: [0, 1000] }) request = '';
  @ScanField('凭证（可不传）', { ...own, most: 20, hint: '合同、照片、证书', camera: false }) evidence: Received[];

  @ChoiceField('您和这块地的关系', objectionRelations, { ...own, section: '您是谁', wide: true })
  relation: ObjectionRelation = 'public';

  /** Asked of a clerk: whom the register knows need not be spelt out, and finds the case under his own name. */
  @FindField('是谁提的', 'person', {
    ...{ ...own, hint: '写姓名、村名或者承包方代码，按“找”再选；登记簿里没有的，填下面几项' },
  })
  personId?: string;

  @TextField('姓名', { ...own, named: 'person', length: [0, 30], auto: 'name' }) name = '';
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
