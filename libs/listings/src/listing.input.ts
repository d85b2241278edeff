import {
  ChoiceField,
  DayField,
  EndField,
  FindField,
  MoneyField,
  PickField,
  type Received,
  ScanField,
  TextField,
} from '#platform';
import { plannedUses } from '#rights';
import { type RightKind, rightKinds } from '#kernel';
import { neverTraded, type NeverTraded } from './right-kinds.words.js';

const price = {
  pattern: /^(?=.*[1-9])(\d{1,7}|\d{1,3}(,\d{3}){1,2})(\.\d{1,2})?$/,
  unit: '元/亩/年',
  refusal: '价钱写每亩每年多少元，只写数字，最多两位小数；按粮食折算的先折成元',
} as const;

export const saysNone = (what: string) =>
  ({ length: [1, 300], hint: '没有的写“无”', refusal: `${what}：没有的写“无”，有的写清楚` }) as const;

/** On which terms a lot is offered. */
export class OfferInput {
  @DayField('从哪天开始', { section: '期限和价格', hint: '一般是秋收以后' }) startsOn: string;
  @EndField('到哪天结束', { first: 'startsOn' }) endsOn: string;
  @MoneyField('每亩每年多少钱', { called: '挂牌价', ...price }) priceYuan: string;
  @MoneyField('底价（可不填）', { ...price, optional: true, hint: '低于底价不成交，不公开；不填就是挂牌价' })
  floorYuan?: string;

  @PickField('怎么付', { length: [4, 200], refusal: '付款方式写 4 到 200 个字' }) payment: string;
  @ChoiceField('种什么', plannedUses, { section: '用途和条件', refusal: '选一个列出来的用途' })
  purpose: keyof typeof plannedUses;
  @TextField('具体种什么（可不填）', { optional: true, length: [0, 100], hint: '例如：小麦、玉米' }) crops: string = '';
  @TextField('租地的一方要有什么条件（可不填）', { optional: true, lines: 2, length: [0, 300] }) conditions: string =
    '';
  @TextField('地上的房屋、机井、树这些（可不填）', {
    optional: true,
    length: [0, 200],
    hint: '例如：机井 2 眼，电到地头',
  })
  fixtures: string = '';

  @TextField('这些地现在有没有租给别人', saysNone('现有租约')) lease: string;
  @TextField('这些地有没有权属、边界的争议', saysNone('争议')) dispute: string;
}

/** A lot as it is entered at the station: whose land, on which terms, with photos from the phone. */
export class ListingInput extends OfferInput {
  @ChoiceField('哪一类', { ...rightKinds, ...neverTraded }, { optional: true, unasked: true }) kind?:
    RightKind | NeverTraded;

  @FindField('哪一户', 'household', {
    optional: true,
    section: '谁的地',
    hint: '村名、户主姓名或者承包方代码；这一户能挂的地都放进来',
  })
  household?: string;

  @FindField('或者哪一块地', 'parcel', { optional: true, hint: '只挂一块的，找那一块' }) parcel?: string;

  /** A program names the parcels itself. */
  @PickField('地块', {
    optional: true,
    unasked: true,
    most: 400,
    length: [14, 19],
    refusal: '地块代码是 19 位，一宗最多 400 块',
  })
  parcels?: string[];

  @ScanField('照片（可不传）', {
    optional: true,
    most: 6,
    photo: true,
    shown: 'without notes',
    hint: '大家都看得到；不要拍到人脸',
  })
  photos?: Received[];
}

/** More land of the same collective. */
export class ListingLandInput {
  @FindField('再加哪一户', 'household', { optional: true, hint: '这一户能挂的地都放进来' }) household?: string;
  @FindField('或者再加哪一块地', 'parcel', { optional: true }) parcel?: string;
}

/** A parcel that does not go with the lot. */
export class ListingDropInput {
  @PickField('去掉哪一块', { length: [14, 19] }) code: string;
}

export class ListingPhotosInput {
  @ScanField('照片', { most: 6, photo: true, shown: 'without notes', hint: '大家都看得到；不要拍到人脸' })
  photos: Received[];
}

/** A member says yes to the lot: himself, at the counter, or on signed paper; several of one household on one sheet. */
export class OfferConsentInput {
  @PickField('谁同意', { most: 60, refusal: '请选谁同意，一次最多 60 人。' }) personId: string[];
  @TextField('见证人', { named: 'person', length: [2, 30], optional: true, hint: '不能是经办人' }) witness?: string;
  @ScanField('签字、按手印的同意书', { optional: true, hint: '照片或 PDF' }) file?: Received;
}

export class OfferConsentWithdrawalInput {
  @PickField('谁撤回') personId: string;
  @TextField('为什么撤回', { lines: 3, length: [2, 300], hint: '照本人的话写' }) reason: string;
  @ScanField('签字、按手印的撤回书', { optional: true, hint: '本人没有来的，要传；照片或 PDF' }) file?: Received;
}

/** Why a lot goes back, stands still or ends, and on what that rests. */
export class ListingReasonInput {
  @TextField('理由', { lines: 4, length: [4, 500] }) reason: string;
  @TextField('依据', { length: [2, 200], hint: '写条文或者平台规则' }) rule: string;
}

export class ListingWithdrawalInput {
  @TextField('为什么撤回', { lines: 3, length: [2, 300] }) reason: string;
}

/** Why a lot stands still, until when as far as is known, and who may let it go on. */
export class ListingSuspensionInput extends ListingReasonInput {
  @DayField('估计到哪天（可不填）', { optional: true, bound: 'future' }) expectedOn?: string;
}
