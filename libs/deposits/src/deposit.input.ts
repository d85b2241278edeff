import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { RealDay } from '#platform';
import { type SecurityKind, securityKinds } from './deposit-security.entity.js';

// As `yuan` of the kernel reads it: plain digits, or groups of three throughout, and not nothing.
const yuanText = /^(?=.*[1-9])(\d{1,12}|\d{1,3}(,\d{3}){1,3})(\.\d{1,2})?$/;
const accountText = /^[\d\s-]{8,40}$/;

/** A bank slip that brings money. */
export class PaymentInput {
  @Matches(/^[\p{L}\p{N}\s-]{4,40}$/u, { message: '请填银行回单号，4 到 40 个字母、数字。' })
  slipNumber: string;

  @Matches(yuanText, { message: '请填金额，以元为单位，最多两位小数，例如 32400.00。' })
  amount: string;

  @IsString({ message: '请填回单上的付款人。' })
  @Length(1, 100, { message: '请填回单上的付款人。' })
  payerName: string;

  @IsString({ message: '请填付款银行。' })
  @Length(2, 100, { message: '请填付款银行。' })
  payerBank: string;

  @Matches(accountText, { message: '请填付款账号，8 到 40 位数字。' })
  payerAccount: string;

  @RealDay({ message: '请填到账日：年、月、日。' })
  paidOn: string;
}

/** Asking for money to go back; without an amount the next part of the schedule goes. */
export class ReleaseInput {
  @IsOptional()
  @Matches(yuanText, { message: '请填金额，以元为单位，最多两位小数。' })
  amount?: string;

  @IsString({ message: '请写退还的理由。' })
  @Length(2, 500, { message: '请写退还的理由。' })
  reason: string;
}

/** Asking for money to go to the one who was harmed. */
export class ClaimInput {
  @Matches(yuanText, { message: '请填金额，以元为单位，最多两位小数。' })
  amount: string;

  @IsString({ message: '请写动用的理由。' })
  @Length(2, 500, { message: '请写动用的理由。' })
  reason: string;

  @IsString({ message: '请填收款人。' })
  @Length(1, 100, { message: '请填收款人。' })
  payeeName: string;

  @IsString({ message: '请填收款银行。' })
  @Length(2, 100, { message: '请填收款银行。' })
  payeeBank: string;

  @Matches(accountText, { message: '请填收款账号，8 到 40 位数字。' })
  payeeAccount: string;
}

export class RefusalInput {
  @IsString({ message: '请写不批准的理由。' })
  @Length(2, 500, { message: '请写不批准的理由。' })
  reason: string;
}

/** Why somebody wants to see a whole account number. */
export class LookInput {
  @IsString({ message: '请写为什么要看。' })
  @Length(4, 200, { message: '请写为什么要看，4 到 200 个字。' })
  reason: string;
}

/** The slip of a payment that was made. */
export class PaidInput {
  @Matches(/^[\p{L}\p{N}\s-]{4,40}$/u, { message: '请填银行回单号，4 到 40 个字母、数字。' })
  slipNumber: string;

  @RealDay({ message: '请填付款日：年、月、日。' })
  paidOn: string;
}

/** A payment that the bank sent back. */
export class ReturnedInput {
  @RealDay({ message: '请填退回的日期：年、月、日。' })
  returnedOn: string;

  @IsString({ message: '请写银行为什么退回。' })
  @Length(2, 500, { message: '请写银行为什么退回。' })
  reason: string;
}

/** A bank's guarantee or an insurance that stands for the money. */
export class SecurityInput {
  @IsIn(Object.keys(securityKinds), { message: '请选保函还是保险。' })
  kind: SecurityKind;

  @IsString({ message: '请填出具的银行、保险公司。' })
  @Length(2, 100, { message: '请填出具的银行、保险公司。' })
  issuer: string;

  @Matches(/^[\p{L}\p{N}\s()（）〔〕[\]-]{4,60}$/u, { message: '请填保函、保险单的号码，4 到 60 个字。' })
  number: string;

  @Matches(yuanText, { message: '请填担保金额，以元为单位，最多两位小数。' })
  amount: string;

  @RealDay({ message: '请填生效日：年、月、日。' })
  validFrom: string;

  @RealDay({ message: '请填到期日：年、月、日。' })
  validTo: string;
}

/** A town's escrow account. */
export class EscrowInput {
  @Matches(/^\d{12}$/, { message: '请选一个镇街。' })
  officeCode: string;

  @IsString({ message: '请填户名。' })
  @Length(4, 100, { message: '请填户名，4 到 100 个字。' })
  holder: string;

  @IsString({ message: '请填开户行。' })
  @Length(2, 100, { message: '请填开户行。' })
  bank: string;

  @Matches(accountText, { message: '请填账号，8 到 40 位数字。' })
  number: string;

  @RealDay({ message: '请填从哪天起用：年、月、日。' })
  validFrom: string;

  @IsString({ message: '请写依据。' })
  @Length(2, 500, { message: '请写依据：开户批复、会议纪要的文号。' })
  basis: string;
}

/** Which part of the finance desk's queue. */
export class DepositSearch {
  @IsOptional()
  @Matches(/^[a-z_]{1,20}$/, { message: '没有这一类。' })
  state?: string;

  @IsOptional()
  @MaxLength(200, { message: '没有这一页。' })
  after?: string;
}

/** Which days of the ledger. */
export class LedgerSearch {
  @IsOptional()
  @RealDay({ message: '请填从哪天：年、月、日。' })
  from?: string;

  @IsOptional()
  @RealDay({ message: '请填到哪天：年、月、日。' })
  to?: string;
}
