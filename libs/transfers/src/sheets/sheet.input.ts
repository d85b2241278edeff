import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { RealDay } from '#platform';

/** Whose sheet is to be printed. */
export class ConsentSheetInput {
  @IsUUID(undefined, { message: '选哪一户' }) householdId: string;
}

export class IntentSheetInput {
  @IsOptional() @IsUUID(undefined, { message: '选哪一户' }) householdId?: string;
  @RealDay({ message: '写意向有效到哪天，年 月 日' }) validUntil: string;
  @IsOptional() @IsIn(['yes']) exclusive?: 'yes';
}

/** A letter to an agent, taken back by who gave it. */
export class MandateRevocationInput {
  @IsUUID(undefined, { message: '选哪一份委托书' }) mandateId: string;
  @IsString({ message: '写为什么撤销' }) @Length(2, 200, { message: '原因写 2 到 200 个字' }) reason: string;
}
