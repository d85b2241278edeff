import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { RealDay } from '#platform';

const tell = (message: string): { message: string } => ({ message });

/** One thing that is missing or wrong, told with all the others at once (一次性告知). */
export class DefectInput {
  @IsString(tell('写哪一项'))
  @Length(2, 40, tell('项目写 2 到 40 个字'))
  item: string;

  @IsString(tell('写问题在哪'))
  @Length(2, 200, tell('问题写 2 到 200 个字'))
  fault: string;

  @IsString(tell('写怎么补'))
  @Length(4, 300, tell('怎么补写 4 到 300 个字'))
  text: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  rule?: string;
}

/** A return for correction: every defect at once. */
export class ReturnInput {
  @IsArray(tell('至少写一项要补的'))
  @ArrayMinSize(1, tell('至少写一项要补的'))
  @ArrayMaxSize(30, tell('最多 30 项'))
  @ValidateNested({ each: true })
  @Type(() => DefectInput)
  defects: DefectInput[];
}

/** A refusal, or another act that needs a reason and the rule it obeys. */
export class ReasonInput {
  @IsString(tell('写理由'))
  @Length(4, 500, tell('理由写 4 到 500 个字'))
  reason: string;

  @IsString(tell('写依据的条文'))
  @Length(2, 100, tell('依据写 2 到 100 个字'))
  rule: string;
}

/** A reviewer's written opinion (审核意见). */
export class OpinionInput {
  @IsString(tell('写审核意见'))
  @Length(4, 1000, tell('审核意见写 4 到 1000 个字'))
  opinion: string;
}

/** A remark that may be left out. */
export class RemarkInput {
  @IsOptional()
  @IsString()
  @MaxLength(500, tell('备注最多 500 个字'))
  remark?: string;
}

/** One line of the reviewer's checklist. */
export class CheckInput {
  @IsString()
  @Matches(/^[a-z_]{2,20}$/, tell('没有这一项'))
  item: string;

  /** Left out while the line is not filled. */
  @IsOptional()
  @IsIn(['yes', 'no', 'none'], tell('选符合、不符合或者不适用'))
  result?: 'yes' | 'no' | 'none';

  @IsOptional()
  @IsString()
  @MaxLength(200, tell('说明最多 200 个字'))
  note?: string;
}

/** The reviewer's checklist and opinion, as far as they are filled. */
export class ReviewInput {
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CheckInput)
  checks: CheckInput[];

  @IsOptional()
  @IsString()
  @MaxLength(1000, tell('意见最多 1000 个字'))
  opinion?: string;
}

/** The contract as signed on paper. */
export class SigningInput {
  @RealDay(tell('签订日期写成 年 月 日'))
  signedOn: string;

  /** Whether the transferors signed themselves, or an agent by his letter. */
  @IsOptional()
  @IsIn(['principal', 'agent'], tell('选转出方由谁签的'))
  signedBy?: 'principal' | 'agent';
}

/** The filing with the issuer (承包法第36条). */
export class FilingInput {
  @RealDay(tell('备案日期写成 年 月 日'))
  filedOn: string;

  @IsString(tell('写备案编号'))
  @Length(2, 40, tell('备案编号写 2 到 40 个字'))
  filingNumber: string;
}

/** The land is back with its contractors, looked over by them (示范合同第十条). */
export class HandBackInput {
  @RealDay(tell('交还日期写成 年 月 日'))
  returnedOn: string;

  @IsOptional()
  @IsString()
  @MaxLength(200, tell('验收情况最多 200 个字'))
  remark?: string;
}

/** The government's licence for outside capital, as it comes from the authority. */
export class CapitalInput {
  @IsString(tell('写受理编号'))
  @Length(2, 40, tell('受理编号写 2 到 40 个字'))
  applicationNumber: string;

  @RealDay(tell('受理日期写成 年 月 日'))
  acceptedOn: string;
}

export class CapitalDecisionInput {
  @IsIn(['approved', 'refused'], tell('选批准或者不批准'))
  decision: 'approved' | 'refused';

  @IsString(tell('写批文号'))
  @Length(2, 60, tell('批文号写 2 到 60 个字'))
  decisionNumber: string;

  @RealDay(tell('决定日期写成 年 月 日'))
  decidedOn: string;

  @IsOptional()
  @Matches(/^\d{1,6}(\.\d{1,4})?$/, tell('批准的亩数写成数字'))
  validAreaMu?: string;

  @IsOptional()
  @RealDay(tell('批准的期限到哪一天写成 年 月 日'))
  validTo?: string;
}

/** Why a right ends before its day (承包法第42条 and agreement). */
export class TerminationInput extends ReasonInput {
  @IsIn(
    ['agreement', 'use_changed', 'idle_two_years', 'land_damaged', 'other_breach', 'expropriation', 'court'],
    tell('选终止的原因'),
  )
  cause: 'agreement' | 'use_changed' | 'idle_two_years' | 'land_damaged' | 'other_breach' | 'expropriation' | 'court';
}

/** Which of the claims that stand the transferor chose. */
export class YieldInput {
  @IsUUID(undefined, tell('选转出方选定的是谁'))
  claimId: string;
}
