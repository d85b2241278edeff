import type { Day } from '#kernel';
import { ChoiceField, DayField, FindField, PickField, type Received, ScanField, TextField } from '#platform';
import { broughtKinds } from './material.words.js';

const scan = { hint: '照片或 PDF' } as const;

/** Photos or scans, and what they are. */
export class FileInput {
  @ChoiceField('是什么材料', broughtKinds) kind: string;
  @ScanField('照片或扫描件', { most: 20, hint: 'JPG、PNG 或 PDF', camera: false }) file: Received[];
}

/** A member's consent: his own, given in person, assisted at the station, or on signed paper; several of one household on one sheet. */
export class MemberConsentInput {
  @PickField('哪一户') householdId: string;
  @PickField('谁同意', { most: 60, refusal: '请选谁同意，一次最多 60 人。' }) personId: string[];
  @TextField('见证人', { named: 'person', length: [2, 30], optional: true, hint: '不能是经办人' }) witness?: string;
  @ScanField('签字、按手印的同意书', { ...scan, optional: true }) file?: Received;
}

/** Who stands surety for a transferee above the age. */
export class GuarantorInput {
  @FindField('担保人是谁', 'person', {
    optional: true,
    hint: '写姓名、村名或者承包方代码，按“找”再选；登记簿里没有的，填下面两项',
  })
  guarantorId?: string;

  @TextField('担保人姓名', { named: 'person', called: '担保人', optional: true, length: [0, 30] }) name?: string;
  @TextField('担保人身份证号', { optional: true, length: [0, 20], hint: '18 位，只用来核对身份，不公开' })
  identityNumber?: string;
  @ScanField('签字、按手印的担保书', scan) file: Received;
}

/** One member takes his consent back. Without a household it is the one for which the person consented. */
export class ConsentWithdrawalInput {
  @PickField('哪一户', { optional: true }) householdId?: string;
  @PickField('谁撤回') personId: string;
  @TextField('为什么撤回', { lines: 4, length: [2, 300], hint: '照本人的话写' }) reason: string;
  @ScanField('签字、按手印的撤回书', { optional: true, hint: '本人没有来的，要传；照片或 PDF' }) file?: Received;
}

/** The mortgagee's written consent to this case (民法典第406条). */
export class MortgageeInput {
  @PickField('哪一笔抵押') encumbranceId: string;
  @DayField('哪天同意的', { bound: 'past' }) givenOn: Day;
  @ScanField('盖章的同意书', scan) file: Received;
}

/** Who gets the rent since the contractor changed, as both sides signed it. */
export class PayeeInput {
  @PickField('租金以后付给谁') payeeId: string;
  @DayField('双方哪天确认的', { bound: 'past' }) confirmedOn: Day;
  @ScanField('双方签字的确认书', scan) file: Received;
}
