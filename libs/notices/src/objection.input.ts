import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import {
  type CaseChannel,
  type CaseEffect,
  type CaseOutcome,
  type CaseRelation,
  type CaseTopic,
  type ServedWay,
  caseEffects,
  caseOutcomes,
  caseRelations,
  caseTopics,
  servedWays,
} from '#cases';
import { type ClaimLevel, claimLevels, declineGrounds } from './priority-claim.entity.js';
import { ticked } from './notice.input.js';

const text = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

/** An objection as a person or a clerk writes it down. A named one is answered; an anonymous one is a lead. */
export class ObjectionInput {
  @IsIn(Object.keys(caseTopics), { message: '选一种' }) kind: CaseTopic;
  @IsOptional() @IsIn(Object.keys(caseRelations), { message: '选您和这块地的关系' }) relation: CaseRelation = 'public';
  @IsString() @Length(5, 4000, { message: '写清怎么回事，不少于 5 个字' }) @Transform(text) facts: string;
  @IsOptional() @IsString() @MaxLength(1000, { message: '最多 1000 个字' }) @Transform(text) request = '';
  @IsOptional() @IsString() @MaxLength(30, { message: '姓名最多 30 个字' }) @Transform(text) name = '';
  @IsOptional() @IsString() @MaxLength(20) idNumber = '';
  @IsOptional() @IsString() @MaxLength(20) phone = '';
  @IsOptional() @IsString() @MaxLength(200, { message: '最多 200 个字' }) @Transform(text) address = '';
  @IsOptional() @Transform(ticked) @IsBoolean() readBack = false;
  @IsOptional() @Transform(ticked) @IsBoolean() anonymous = false;
  @IsOptional() @IsIn(['counter', 'station', 'phone'], { message: '窗口、村服务站还是电话' }) channel?: CaseChannel;
}

export class DecisionInput {
  @IsIn(Object.keys(caseOutcomes), { message: '选一种决定' }) outcome: CaseOutcome;
  @IsOptional() @IsIn(Object.keys(caseEffects), { message: '选对流转的影响' }) effect?: CaseEffect;
  @IsOptional() @IsString() @MaxLength(2000, { message: '最多 2000 个字' }) @Transform(text) findings = '';
  @IsString() @MaxLength(2000, { message: '最多 2000 个字' }) @Transform(text) reasons: string;
  @IsString() @MaxLength(200, { message: '最多 200 个字' }) @Transform(text) rule: string;
}

export class ServiceInput {
  @IsIn(Object.keys(servedWays), { message: '选送达的方式' }) way: ServedWay;
}

export class ReasonInput {
  @IsString() @Length(2, 500, { message: '写明理由' }) @Transform(text) reason: string;
}

export class ClaimInput {
  @Transform(ticked) @IsBoolean({ message: '要接受同样的条件' }) accepts: boolean;
  @IsOptional() @IsString() @MaxLength(1000, { message: '最多 1000 个字' }) @Transform(text) statement = '';
  @IsOptional() @IsIn(Object.keys(claimLevels), { message: '选优先的缘由' }) level: ClaimLevel = 'member';
  /** Whom a clerk writes down; a party that signed in is known already. */
  @IsOptional() @IsString() @MaxLength(30) @Transform(text) name = '';
  /** From the card: by it the person is found in the register, or entered. */
  @IsOptional() @IsString() @MaxLength(24) @Transform(text) idNumber = '';
  @IsOptional() @IsString() @MaxLength(20) phone = '';
}

export class AnswerInput {
  /** On which of the lawful grounds the transferor turns a claim down. */
  @IsOptional() @IsIn(['', ...Object.keys(declineGrounds)], { message: '选一种情形' }) ground = '';
  @IsOptional() @IsString() @MaxLength(1000, { message: '最多 1000 个字' }) @Transform(text) reasons = '';
}
