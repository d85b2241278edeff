import { type Day, type FieldError, type TransfereeKind, isDay, transfereeKinds } from '#kernel';
import {
  AreaField,
  ChoiceField,
  DayField,
  EndField,
  KeyField,
  MoneyField,
  PartField,
  PartsField,
  PickField,
  PicksField,
  type Sound,
  TextField,
  joined,
} from '#platform';
import { plannedUses } from '#rights';
import { RentInput } from './rent.input.js';
import { type OpenMode, type TransferKind, declarations, openModes } from './transfer.words.js';

/** What the contract may let the transferee do (示范合同 GF-2021-2606 第九条第一项；承包法第43、46、47条). */
export const contractPermits = {
  soil: '投资改良土壤',
  facilities: '建设农业生产附属、配套设施',
  mortgage: '以土地经营权融资担保',
  retransfer: '再流转土地经营权',
} as const;
export type ContractPermit = keyof typeof contractPermits;

/** From which side of a parcel a part of it is measured. */
export const sides = { east: '从东边量', west: '从西边量', south: '从南边量', north: '从北边量' } as const;

/** What a list offers first, so that nothing is chosen for anybody. */
export const nothingChosen = '请选';

/** Ways of paying that a page offers; a program may say it in words of its own. */
export const paymentWays: readonly string[] = ['一年一付，先付钱后种地', '半年一付', '一次付清', '一年一付，收了再付'];

/** A parcel asked for: whole, or so many mu cut from one side. */
export class ParcelInput {
  @TextField('地块代码', { pattern: /^[0-9A-Z]{14,19}$/, length: [14, 19], refusal: '地块代码是 19 位数字' })
  code: string;

  @ChoiceField('从哪边', sides, {
    ...{ optional: true, unset: '整块' },
    refusal: '只租一部分时，写明从东、西、南、北哪一边量',
  })
  side?: keyof typeof sides;

  @AreaField('多少亩', { optional: true, refusal: '亩数不能是 0，写成数字，最多 4 位小数' })
  areaMu?: string;
}

/** The transferee: a person by identity number or a body by social credit code. */
export class TransfereeInput {
  @ChoiceField('哪一类', transfereeKinds, {
    hint: '本集体以外的个人，不管叫种粮大户还是别的，都按社会资本管，大面积要先审批（流转办法第29条）',
    ...{ unset: nothingChosen, refusal: '选租入的是哪一类' },
  })
  kind: TransfereeKind;

  @TextField('姓名或名称', {
    named: 'body',
    length: [2, 60],
    hint: '和证件上一样',
    refusal: '写姓名或名称，2 到 60 个字',
  })
  name: string;

  @TextField('身份证号或统一社会信用代码', {
    ...{ length: [15, 20], code: true, hint: '18 位，只用来核对身份，不公开' },
    refusal: '写身份证号或者统一社会信用代码，18 位',
  })
  number: string;

  @TextField('法定代表人（单位才填）', { named: 'person', optional: true, length: [0, 30] })
  legalRepresentative?: string;
  @TextField('电话（可不填）', { optional: true, length: [0, 20], hint: '只给经办人看，不公开' }) phone?: string;
  @TextField('地址（可不填）', { optional: true, length: [0, 100], hint: '印在合同上' }) address?: string;
}

/** What a term is: first and last day. */
export class TermInput {
  @DayField('从哪天开始', { hint: '一般是秋收以后' }) start: string;
  @EndField('到哪天结束', { first: 'start' }) end: string;
}

const price = {
  pattern: /^(?=.*[1-9])(\d{1,7}|\d{1,3}(,\d{3}){1,2})(\.\d{1,2})?$/,
  refusal: '价钱不能是 0，写成每亩每年多少元，最多两位小数',
} as const;

const declared = (name: keyof typeof declarations, hint: string) =>
  ({
    called: declarations[name],
    length: [1, 300],
    hint: `没有写“无”；${hint}`,
    refusal: `${declarations[name]}：没有的写“无”，有的写清楚，最多 300 个字`,
  }) as const;

/** What both sides declare, each in words or 无: 空着不算说过. */
export class DeclaredInput {
  @TextField('这些地现在有没有租给别人', { ...declared('lease', '有的写租给谁、到哪天'), section: '双方申明' })
  lease: string;

  @TextField('这些地有没有权属、边界的争议', declared('dispute', '有的写清楚')) dispute: string;
  @TextField('租地的一方有没有失信、打官司的记录', declared('credit', '有的写清楚')) credit: string;
}

/** The first part of an application: whose land, and who takes it. Without a transferee it is who signed in. */
export class WhoInput {
  @ChoiceField('哪一类', { contracted: '农户承包地', collective: '集体没有发包的地' }, { optional: true, wide: true })
  kind?: TransferKind;

  @PartField('受让方', () => TransfereeInput, { optional: true }) transferee?: TransfereeInput;

  @TextField('能不能种好这些地', {
    hint: '种过多少地、有什么机械、几个人（承包法第38条第4项）',
    ...{ called: '经营能力', lines: 3, length: [2, 500] },
    refusal: '写种过多少地、有什么机械、几个人，2 到 500 个字',
  })
  ability: string;
}

/** The second part: which parcels. */
export class LandInput {
  @PartsField('地块', () => ParcelInput, { least: 1, most: 400, refusal: '至少选一块地，一件最多 400 块' })
  parcels: ParcelInput[];
}

/** The third part: on what terms. What is added here is asked in the wizard and taken from programs by this line alone. */
export class TermsInput {
  @ChoiceField('方式', openModes, {
    hint: '转包只在本集体成员之间；租给别人、集体没有发包的地，选出租。入股的合同文本还没有，现在不办',
    ...{ section: '怎么转、转多久', unset: nothingChosen, refusal: '选出租或者转包；入股的合同文本还没有，现在不办' },
  })
  mode: OpenMode;

  @PartField('期限', () => TermInput) term: TermInput;

  @DayField('哪天交地', { optional: true, once: true, called: '交地', hint: '最晚和开始那天一样；不填就是开始那天' })
  handoverOn?: string;

  @MoneyField('每亩每年多少钱', {
    ...{ section: '多少钱、怎么付', called: '价款', unit: '元/亩/年' },
    ...price,
  })
  priceYuan: string;

  /** The same price once more, where it lies far from what the town has paid of late. */
  @MoneyField('每亩每年多少钱，再写一遍', {
    ...{ optional: true, once: true, called: '确认过的价款', unit: '元/亩/年' },
    hint: '和本镇近一年的价钱差得多，才要再写一遍',
    ...price,
  })
  priceConfirmed: string | null = null;

  @PartField('租金', () => RentInput, { optional: true }) rent?: RentInput | null;

  @PickField('怎么付', { called: '付款', length: [4, 200], refusal: '付款方式写 4 到 200 个字' }) payment: string;

  @TextField('每年哪天以前付（可不填）', { optional: true, length: [0, 200], hint: '例如：10 月 20 日前付下一年' })
  paymentDay?: string;

  @ChoiceField('用途', plannedUses, {
    ...{ wide: true, section: '种什么', hint: '这些地不能做的，写着为什么', refusal: '选一个列出来的用途' },
  })
  purpose: string;

  @TextField('具体种什么（可不填）', { optional: true, called: '种什么', length: [0, 100], hint: '例如：小麦、玉米' })
  crops?: string;

  /** What the contract lets the transferee do; left out, it is ticked by hand at signing. */
  @PicksField('转出方同意租地的一方', contractPermits, {
    hint: '照示范合同第九条。不勾就是不同意，合同上打×；再流转、抵押以后还可以另外书面同意（承包法第46、47条）',
    ...{ optional: true, called: '合同里同意受让方', none: '都不同意', section: '合同里写明的' },
    refusal: '甲方同意的事项从列表里选',
  })
  permits: ContractPermit[] | null = null;

  @TextField('地上的房屋、机井、树这些，怎么处置（可不填）', {
    ...{ optional: true, called: '地上附着物', lines: 2, length: [0, 200], hint: '空着的，签合同的时候手写' },
  })
  fixtures: string = '';

  @PartField('双方申明', () => DeclaredInput, { optional: true, once: true }) declared: DeclaredInput | null = null;
}

/** An application for a transfer (受让申请书、转出申请书 in one): what the wizard asks in three steps, in one piece. */
export class ApplicationInput extends joined(WhoInput, LandInput, TermsInput) {
  @KeyField('集体决议', { optional: true, unasked: true, refusal: '集体决议的编号不对' }) decisionId?: string;
}

const fault = (pointer: string, detail: string): FieldError => ({ pointer, detail });

/** Whose land was asked for, if it was said, against what the register says of the parcels. */
export const kindFaults = (asked: TransferKind | undefined, found: TransferKind): FieldError[] =>
  asked === undefined || asked === found ? [] : [fault('#/kind', '选的地块不是这一类')];

/** What is wrong with parts of parcels: a side needs an area, an area a side. */
export function parcelFaults(parcels: readonly Sound<ParcelInput>[]): FieldError[] {
  return parcels.flatMap(({ side, areaMu }, index) => {
    if (side !== undefined && areaMu === undefined)
      return [fault(`#/parcels/${index}/areaMu`, '只租一部分时，写多少亩')];
    if (side === undefined && areaMu !== undefined)
      return [fault(`#/parcels/${index}/side`, '写从哪一边量；要整块就别写亩数')];
    return [];
  });
}

/** What is wrong with terms beyond each by itself, as far as they are there. `first`: the day before which none begins any more. */
export function termsFaults({ term, handoverOn }: Sound<TermsInput>, first: Day): FieldError[] {
  const { start, end } = term ?? {};
  if (!isDay(start)) return [];
  return [
    ...(start < first ? [fault('#/term/start', '开始的日期已经过去了')] : []),
    ...(isDay(end) && end <= start ? [fault('#/term/end', '结束日期要在开始日期以后')] : []),
    ...(isDay(handoverOn) && handoverOn > start ? [fault('#/handoverOn', '交地最晚和开始那天一样')] : []),
  ];
}

/** A renewal of a running right: until when, and what else has been agreed anew; all else stays as it is. */
export class RenewalInput {
  @EndField('续到哪一天', { refusal: '续到哪一天：选几年，或者写 年 月 日' }) end: string;

  @MoneyField('价款，每亩每年多少元', { ...price, optional: true, hint: '不变的照原来的', unit: '元/亩/年' })
  priceYuan?: string;

  @MoneyField('价款再写一遍', {
    ...{ optional: true, unit: '元/亩/年', hint: '和本镇近一年的价钱差得多，才要再写一遍' },
    ...price,
  })
  priceConfirmed?: string;

  @PartField('租金', () => RentInput, { optional: true }) rent?: RentInput | null;

  @TextField('怎么付（不变的不填）', { optional: true, length: [4, 200], refusal: '付款方式写 4 到 200 个字' })
  payment?: string;
}

/** How many days of the county its director looks at. */
export class DirectorInput {
  @TextField('看多久', { optional: true, unasked: true, length: [0, 20] }) view?: string;
}
