import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { RealDay } from '#platform';

const kinds = [
  'application',
  'identity',
  'consent',
  'intent',
  'ability',
  'contract',
  'contract_title',
  'mortgagee',
  'filing',
  'withdrawal',
  'rescission',
  'other',
];

/** What an uploaded file is. */
export class FileInput {
  @IsIn(kinds, { message: '选是什么材料' })
  kind: string;
}

/** One member's consent: his own, given in person, assisted at the station, or on signed paper. */
export class MemberConsentInput {
  @IsUUID(undefined, { message: '选哪一户' })
  householdId: string;

  @IsUUID(undefined, { message: '选谁同意' })
  personId: string;

  @IsOptional()
  @IsString()
  @Length(2, 30, { message: '见证人写 2 到 30 个字' })
  witness?: string;
}

/** Who stands surety for a transferee above the age. */
export class GuarantorInput {
  @IsString({ message: '写担保人姓名' })
  @Length(2, 30, { message: '担保人姓名写 2 到 30 个字' })
  name: string;

  @IsString({ message: '写担保人身份证号' })
  @Length(15, 20, { message: '身份证号是 18 位' })
  identityNumber: string;
}

/** One member takes his consent back. */
export class ConsentWithdrawalInput {
  /** Left out, it is the household for which the person consented. */
  @IsOptional()
  @IsUUID(undefined, { message: '选哪一户' })
  householdId?: string;

  @IsUUID(undefined, { message: '选谁撤回' })
  personId: string;

  @IsString({ message: '写为什么撤回' })
  @Length(2, 300, { message: '为什么撤回写 2 到 300 个字' })
  reason: string;
}

/** The mortgagee's written consent to this case (民法典第406条). */
export class MortgageeInput {
  @IsUUID(undefined, { message: '选哪一笔抵押' })
  encumbranceId: string;

  @RealDay({ message: '同意日期写成 年 月 日' })
  givenOn: string;
}
