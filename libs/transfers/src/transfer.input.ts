import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { RealDay } from '#platform';
import { transfereeKinds, type TransfereeKind } from '#kernel';
import {
  type ContractPermit,
  type OpenMode,
  type TransferKind,
  contractPermits,
  openModes,
  transferKinds,
} from './transfer.entity.js';

const tell = (message: string): { message: string } => ({ message });

/** A parcel asked for: whole, or so many mu cut from one side. */
export class ParcelInput {
  @Matches(/^[0-9A-Z]{14,19}$/, tell('地块代码是 19 位数字'))
  code: string;

  @IsOptional()
  @IsIn(['east', 'west', 'south', 'north'], tell('只租一部分时，写明从东、西、南、北哪一边量'))
  side?: 'east' | 'west' | 'south' | 'north';

  @IsOptional()
  @Matches(/^\d{1,6}(\.\d{1,4})?$/, tell('亩数写成数字，最多 4 位小数'))
  areaMu?: string;
}

/** The transferee: a person by identity number or a body by social credit code; or a party that is signed in. */
export class TransfereeInput {
  @IsIn(Object.keys(transfereeKinds), tell('选受让方是哪一类'))
  kind: TransfereeKind;

  @IsString(tell('写受让方的名称'))
  @Length(2, 60, tell('名称写 2 到 60 个字'))
  name: string;

  @IsString(tell('写身份证号码或统一社会信用代码'))
  @Length(15, 20, tell('证件号码是 18 位'))
  number: string;

  @IsOptional()
  @IsString()
  @MaxLength(30, tell('法定代表人最多 30 个字'))
  legalRepresentative?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20, tell('电话最多 20 位'))
  phone?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100, tell('地址最多 100 个字'))
  address?: string;
}

/** What a term is: first and last day. */
export class TermInput {
  @RealDay(tell('开始日期写成 年 月 日'))
  start: string;

  @RealDay(tell('结束日期写成 年 月 日'))
  end: string;
}

const declare = (what: string): { message: string } => tell(`${what}：写“无”，或者写清楚，最多 300 个字`);

/** What both sides declare, each in words or 无. */
export class DeclaredInput {
  @IsString(declare('地上现有的租约'))
  @Length(1, 300, declare('地上现有的租约'))
  lease: string;

  @IsString(declare('权属、边界的争议'))
  @Length(1, 300, declare('权属、边界的争议'))
  dispute: string;

  @IsString(declare('受让方的失信、诉讼记录'))
  @Length(1, 300, declare('受让方的失信、诉讼记录'))
  credit: string;
}

/** An application for a transfer (受让申请书、转出申请书 in one). */
export class ApplicationInput {
  @IsOptional()
  @IsIn(Object.keys(transferKinds), tell('选农户承包地或者集体未发包的地'))
  kind?: TransferKind;

  @IsIn(Object.keys(openModes), tell('选出租或者转包；入股的合同文本还没有，现在不办'))
  mode: OpenMode;

  @IsOptional()
  @ValidateNested()
  @Type(() => TransfereeInput)
  transferee?: TransfereeInput;

  @IsArray(tell('至少选一块地'))
  @ArrayMinSize(1, tell('至少选一块地'))
  @ArrayMaxSize(400, tell('一件最多 400 块地'))
  @ValidateNested({ each: true })
  @Type(() => ParcelInput)
  parcels: ParcelInput[];

  @ValidateNested(tell('写期限'))
  @Type(() => TermInput)
  term: TermInput;

  @Matches(/^\d{1,7}(\.\d{1,2})?$/, tell('价款写成每亩每年多少元，最多两位小数'))
  priceYuan: string;

  @IsString(tell('写怎么付款'))
  @Length(4, 200, tell('付款方式写 4 到 200 个字'))
  payment: string;

  @IsString(tell('选用途'))
  @Matches(/^[a-z_]{2,30}$/, tell('选一个列出来的用途'))
  purpose: string;

  @IsString(tell('写种什么'))
  @Length(1, 100, tell('种什么最多写 100 个字'))
  crops: string;

  @IsOptional()
  @RealDay(tell('交地日期写成 年 月 日'))
  handoverOn?: string;

  @IsString(tell('写受让方的经营能力'))
  @Length(2, 500, tell('经营能力写 2 到 500 个字'))
  ability: string;

  /** What the contract lets the transferee do; left out, it is ticked by hand at signing. */
  @IsOptional()
  @IsArray(tell('甲方同意的事项写成列表'))
  @ArrayUnique(tell('同一项选了两次'))
  @IsIn(Object.keys(contractPermits), { each: true, message: '甲方同意的事项从列表里选' })
  permits?: ContractPermit[];

  @IsOptional()
  @IsString()
  @MaxLength(200, tell('地上附着物最多写 200 个字'))
  fixtures?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => DeclaredInput)
  declared?: DeclaredInput;

  @IsOptional()
  @IsUUID(undefined, tell('集体决议的编号不对'))
  decisionId?: string;
}

/** A renewal of a running right: until when, and what else has been agreed anew; all else stays as it is. */
export class RenewalInput {
  @RealDay(tell('续到哪一天，写成 年 月 日'))
  end: string;

  @IsOptional()
  @Matches(/^\d{1,7}(\.\d{1,2})?$/, tell('价款写成每亩每年多少元，最多两位小数'))
  priceYuan?: string;

  @IsOptional()
  @IsString(tell('写怎么付款'))
  @Length(4, 200, tell('付款方式写 4 到 200 个字'))
  payment?: string;
}

/** Where a list goes on. */
export class ListQuery {
  @IsOptional() @IsString() @MaxLength(200) after?: string;
  @IsOptional() @IsString() @MaxLength(30) state?: string;
  @IsOptional() @IsString() @MaxLength(40) number?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  @IsOptional() @IsUUID() household?: string;
  @IsOptional() @IsString() @MaxLength(20) view?: string;
}
