import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { RealDay } from '#platform';
import { type ChangeItem, changeItems } from './change-items.js';

const tell = (message: string): { message: string } => ({ message });
const serial = /^[A-Z]{0,4}-?\d{4,12}$/;

/** What may be said when a certificate is issued: the serial printed on the empty sheet. */
export class IssueInput {
  @IsOptional()
  @Matches(serial, tell('流水号照纸上写，例如 SH-0004217'))
  stockNumber?: string;
}

/** Why, and by which rule: printed on the letter. */
export class BasisInput {
  @IsString(tell('写理由'))
  @Length(4, 500, tell('理由写 4 到 500 个字'))
  reason: string;

  @IsString(tell('写依据'))
  @Length(4, 100, tell('依据写条文，4 到 100 个字'))
  rule: string;
}

export class ChangeInput extends BasisInput {
  @IsIn(Object.keys(changeItems), tell('选要变更哪一项'))
  item: ChangeItem;

  @IsString(tell('写现在的内容'))
  @Length(1, 100, tell('现在的内容写 1 到 100 个字'))
  after: string;
}

/** A new certificate in place of a lost one (遗失补发). */
export class ReissueInput extends BasisInput {
  @RealDay(tell('公告日期写成 年 月 日'))
  announcedOn: string;

  @IsString(tell('写在哪里公告的'))
  @Length(2, 100, tell('公告的地方写 2 到 100 个字'))
  announcedAt: string;

  @IsString(tell('写谁来领'))
  @Length(2, 30, tell('领证人写 2 到 30 个字'))
  collectedBy: string;

  @IsOptional()
  @Matches(serial, tell('流水号照纸上写，例如 SH-0004217'))
  stockNumber?: string;
}

/** A new certificate in exchange for the old sheet (换发). */
export class ExchangeInput extends BasisInput {
  @IsString(tell('写谁来领'))
  @Length(2, 30, tell('领证人写 2 到 30 个字'))
  collectedBy: string;

  @IsIn(['yes', 'true', true], tell('旧证要先收回'))
  returned: string | boolean;

  @IsOptional()
  @Matches(serial, tell('流水号照纸上写，例如 SH-0004217'))
  stockNumber?: string;
}

/** A certificate issued anew after the old one was revoked (撤销后重新发证). */
export class AnewInput extends BasisInput {
  @IsOptional()
  @Matches(serial, tell('流水号照纸上写，例如 SH-0004217'))
  stockNumber?: string;
}

/** A sheet of certificate paper that was used or spoiled. */
export class StockInput {
  @Matches(serial, tell('流水号照纸上写，例如 SH-0004217'))
  serial: string;

  @IsIn(['used', 'spoiled'], tell('选用了还是废了'))
  outcome: 'used' | 'spoiled';

  @IsOptional()
  @Type(() => Number)
  @IsInt(tell('第几份写数字'))
  @Min(1, tell('第几份从 1 起'))
  @Max(99, tell('第几份不超过 99'))
  copyNumber?: number;

  @IsOptional()
  @IsString()
  @MaxLength(200, tell('说明最多 200 个字'))
  reason?: string;
}

/** Where a list goes on, and what is looked for. */
export class CertificateQuery {
  @IsOptional() @IsString() @MaxLength(200) after?: string;
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  @IsOptional() @IsIn(['valid', 'changed', 'revoking', 'superseded', 'cancelled', 'revoked', '']) state?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsString() @MaxLength(20) view?: string;
}

/** A code as it was typed. */
export class CodeInput {
  @IsOptional()
  @IsString()
  @MaxLength(60, tell('查验码是 12 位'))
  code?: string;

  @IsOptional() @IsString() @MaxLength(20) view?: string;
}
