import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { RealDay } from '#platform';

const tell = (message: string): { message: string } => ({ message });

/** A mortgage as the registry's or the bank's papers show it. */
export class EncumbranceInput {
  @IsOptional() @IsUUID(undefined, tell('承包合同不对')) contractId?: string;
  @IsOptional() @IsUUID(undefined, tell('土地经营权不对')) rightId?: string;
  @IsString(tell('写抵押权人')) @Length(2, 60, tell('抵押权人写 2 到 60 个字')) mortgagee: string;
  @IsIn(['ordinary', 'maximum_amount'], tell('选一般抵押或者最高额抵押')) claim: 'ordinary' | 'maximum_amount';
  @Matches(/^\d{1,10}(\.\d{1,2})?$/, tell('金额写数字，最多两位小数')) amount: string;
  @RealDay(tell('写从哪天，年 月 日')) startsOn: string;
  @RealDay(tell('写到哪天，年 月 日')) endsOn: string;
  @IsString(tell('写抵押合同编号')) @Length(2, 60, tell('抵押合同编号写 2 到 60 个字')) contractNumber: string;
  @IsOptional() @IsString() @MaxLength(60, tell('登记证明号最多 60 个字')) registeredNumber?: string;
  @IsOptional() @Matches(/^(\d{4}-\d{2}-\d{2})?$|^--$/, tell('登记日期写成 年 月 日')) registeredOn?: string;
  /** Whoever comes second knows who is first (民法典第四百一十四条). */
  @IsOptional() @IsIn(['yes']) rankKnown?: 'yes';
}

/** The end of a mortgage, with the bank's document. */
export class EncumbranceEndInput {
  @IsIn(['released', 'enforced', 'lapsed'], tell('选怎么结束的')) how: 'released' | 'enforced' | 'lapsed';
  @RealDay(tell('写哪天结束的，年 月 日')) overOn: string;
}

/** Where the list goes on. */
export class EncumbranceQuery {
  @IsOptional() @IsString() @MaxLength(80) after?: string;
  @IsOptional() @IsIn(['', 'live', 'over']) standing?: '' | 'live' | 'over';
}
