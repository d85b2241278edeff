import { type RightKind, rightKinds } from '#kernel';
import {
  AreaField,
  ChoiceField,
  CountField,
  DayField,
  EndField,
  FindField,
  MoneyField,
  PickField,
  type Received,
  ScanField,
  TextField,
} from '#platform';
import {
  type NeverTraded,
  type PassingMode,
  forestSorts,
  knowledgeSorts,
  neverTraded,
  passingModes,
  wasteSorts,
} from './right-kinds.words.js';
import { saysNone } from './listing.input.js';

const own = { optional: true } as const;
const price = {
  pattern: /^(?=.*[1-9])(\d{1,9}|\d{1,3}(,\d{3}){1,2})(\.\d{1,2})?$/,
  refusal: '价钱写多少元，只写数字，最多两位小数',
} as const;

/** What a right that is no contracted land is, in its own words; which of them a kind has stands in `kindRules`. */
export class RightFields {
  @TextField('名称', { ...own, section: '是什么', length: [2, 60] }) name?: string;
  @TextField('坐落', { ...own, length: [2, 100], hint: '在哪里，到哪里为止' }) location?: string;
  @AreaField('面积（亩）', own) areaMu?: string;
  @ChoiceField('林种', forestSorts, { ...own, unset: '选一种' }) forestSort?: keyof typeof forestSorts;
  @TextField('树种', { ...own, length: [1, 60] }) species?: string;
  @CountField('林龄', { ...own, called: '林龄（年）', least: 0, most: 500, unit: '年' }) treeAge?: number;
  @TextField('蓄积', {
    called: '蓄积（立方米）',
    ...own,
    decimal: true,
    pattern: /^\d{1,7}(\.\d{1,2})?$/,
    length: [1, 10],
    unit: '立方米',
  })
  stock?: string;
  @ChoiceField('哪一种荒地', wasteSorts, { ...own, unset: '选一种' }) wasteSort?: keyof typeof wasteSorts;
  @TextField('型号', { ...own, length: [1, 60] }) model?: string;
  @CountField('数量', { ...own, most: 1_000_000 }) quantity?: number;
  @TextField('数量的单位', { ...own, length: [1, 10], hint: '间、台、套' }) quantityUnit?: string;
  @CountField('购置年份', { ...own, least: 1950, most: 2100 }) bought?: number;
  @TextField('工程类型', { ...own, length: [2, 40], hint: '例如：机井、塘坝、泵站' }) waterSort?: string;
  @TextField('供水、灌溉能力', { ...own, length: [2, 100] }) capacity?: string;
  @ChoiceField('哪一种知识产权', knowledgeSorts, { ...own, unset: '选一种' })
  knowledgeSort?: keyof typeof knowledgeSorts;
  @TextField('登记号、注册号', { ...own, length: [1, 60], hint: '没有登记的写“无”' }) registration?: string;
  @DayField('权利有效到哪天', own) expiresOn?: string;
  @TextField('产权证号', { ...own, length: [1, 60], hint: '没有的写“无”' }) certificate?: string;
  @MoneyField('评估价', { ...own, called: '评估价（元）' }) appraisalYuan?: string;
  @TextField('依据', { ...own, length: [2, 200], hint: '凭什么可以在这里流转' }) basis?: string;
}
export type RightField = keyof RightFields;

/** On which terms such a right is offered. */
export class RightOfferInput extends RightFields {
  @ChoiceField('怎么流转', passingModes, { section: '方式、期限和价格' }) mode: PassingMode;
  @DayField('从哪天开始', { hint: '一次转让、拍卖的，写哪天移交' }) startsOn: string;
  @EndField('到哪天结束', { optional: true, first: 'startsOn', hint: '一次转让、拍卖的不写' }) endsOn?: string;
  @MoneyField('多少钱', {
    ...price,
    called: '挂牌价',
    hint: '按面积和年限出租的，写每亩每年；没有面积的，写每年；一次转让、入股的，写总价',
  })
  priceYuan: string;
  @MoneyField('底价（可不填）', { ...price, optional: true, hint: '低于底价不成交，不公开；不填就是挂牌价' })
  floorYuan?: string;
  @TextField('怎么付', { length: [4, 200], refusal: '付款方式写 4 到 200 个字' }) payment: string;
  @TextField('用来做什么', { length: [2, 100], called: '用途', section: '用途和条件' }) use: string;
  @TextField('受让的一方要有什么条件（可不填）', { optional: true, lines: 2, length: [0, 300] }) conditions: string =
    '';
  @TextField('现在有没有租给、抵押给别人', saysNone('现有租约、抵押')) lease: string;
  @TextField('有没有权属的争议', saysNone('争议')) dispute: string;
}

/** Such a right as it is entered: of which kind, whose, where. */
export class RightInput extends RightOfferInput {
  @ChoiceField('哪一类', { ...rightKinds, ...neverTraded }, { section: '哪一类、谁的' }) kind: RightKind | NeverTraded;
  @FindField('谁的', 'principal', { hint: '集体的写集体经济组织；个人、单位的写户主姓名、单位名称' }) holder: string;
  @PickField('在哪个村', { length: [12, 12], refusal: '选一个村' }) village: string;
  @ScanField('照片（可不传）', {
    optional: true,
    most: 6,
    photo: true,
    shown: 'without notes',
    hint: '大家都看得到；不要拍到人脸',
  })
  photos?: Received[];
}

/** The signed letter by which a holder that is no collective offers what is his (民法典第一百六十五条). */
export class RightMandateInput {
  @ScanField('权利人签字、盖章的委托书', { hint: '写明标的、价格、期限；照片或 PDF' }) file: Received;
}
