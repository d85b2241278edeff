import {
  CheckField,
  ChoiceField,
  DayField,
  EndField,
  FindField,
  KeyField,
  MoneyField,
  type Received,
  ScanField,
  TextField,
} from '#platform';
import { claims } from './encumbrance.words.js';

/** How a mortgage ended, as its proof says. */
export const encumbranceEnds = {
  released: '已还清，抵押权人出具解除证明',
  enforced: '抵押权已实现',
  lapsed: '主债权消灭，抵押权失效',
} as const;

/** A mortgage as the registry's or the bank's papers show it; on a household's contract or on a management right. */
export class EncumbranceInput {
  @KeyField('承包合同', { optional: true }) contractId?: string;
  @KeyField('土地经营权', { optional: true }) rightId?: string;
  @TextField('抵押权人', { named: 'body', length: [2, 60], hint: '银行、担保公司的全称' }) mortgagee: string;
  @ChoiceField('哪一种', claims) claim: keyof typeof claims;
  @MoneyField('担保多少钱', { hint: '最高额抵押写最高额', refusal: '金额写数字，最多两位小数，不能是 0' })
  amount: string;
  @DayField('从哪天') startsOn: string;
  @EndField('到哪天', { first: 'startsOn' }) endsOn: string;
  @TextField('抵押合同编号', { length: [2, 60] }) contractNumber: string;
  @TextField('登记证明号（没有登记不填）', { optional: true, length: [0, 60], hint: '登记机构给的' })
  registeredNumber?: string;
  @DayField('哪天登记的（没有登记不填）', { optional: true, bound: 'past' }) registeredOn?: string;
  @ScanField('抵押合同、登记证明', { hint: '照片或 PDF', camera: false, refusal: '传抵押合同或者登记证明' })
  file: Received;
  @ScanField('承包方书面同意', {
    ...{ optional: true, camera: false },
    hint: '受让方拿租来的地抵押，要承包方书面同意、向发包方备案（承包法第47条）',
  })
  consent?: Received;
  /** Whoever comes second knows who is first (民法典第四百一十四条). */
  @CheckField('后一位抵押权人知道前面的顺位', { optional: true }) rankKnown?: 'yes';
}

/** On what the mortgage lies: a household's contracted land, found by the household or by one of its parcels. */
export class MortgageObjectInput {
  @FindField('哪一户', 'household', { optional: true, hint: '村名、户主姓名或者承包方代码' }) household?: string;
  @FindField('或者哪一块地', 'parcel', { optional: true, hint: '地块名称、地块代码或者承包方姓名' }) parcel?: string;
}

/** The end of a mortgage, with the bank's document. */
export class EncumbranceEndInput {
  @ChoiceField('怎么结束的', encumbranceEnds) how: keyof typeof encumbranceEnds;
  @DayField('哪天结束的', { bound: 'past' }) overOn: string;
  @ScanField('抵押权人的证明', {
    ...{ camera: false, hint: '还清、解除证明或者法院文书，照片或 PDF' },
    refusal: '传抵押权人的还清、解除证明',
  })
  file: Received;
}
