import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { type ConsentMethod, consentMethods } from './consent.entity.js';

/** A consent as a service takes it; the transfer's controller builds it from its own form. */
export class ConsentInput {
  @IsString() aboutKind: string;
  @IsUUID() aboutId: string;
  @IsUUID() householdId: string;
  @IsUUID() personId: string;
  /** The very words that were shown or read aloud. */
  @IsString() @Length(10, 5000) statement: string;
  @IsIn(Object.keys(consentMethods), { message: '请选同意的方式' }) method: ConsentMethod;
  @IsBoolean() readAloud: boolean;
  @IsOptional() @IsString() @Length(1, 50) witness?: string;
  @IsOptional() @IsUUID() evidenceFileId?: string;
}

/** A consent taken back, as a service takes it. */
export type WithdrawalInput = Pick<ConsentInput, 'aboutKind' | 'aboutId' | 'householdId' | 'personId' | 'method'> & {
  reason: string;
  evidenceFileId?: string;
};
