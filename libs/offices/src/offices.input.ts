import { Transform } from 'class-transformer';
import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { RealDay } from '#platform';

const text = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const code = /^[1-9]\d{11}$/;

export class OfficeContact {
  @text
  @IsString()
  @Length(2, 100, { message: '请填地址' })
  address!: string;

  @text
  @IsString()
  @Length(3, 40, { message: '请填电话' })
  phone!: string;

  @text
  @IsString()
  @Length(2, 100, { message: '请填开门时间' })
  hours!: string;
}

/** A division file: uploaded as `file` (and `successors`), or its text in JSON. */
export class CountyChange {
  @RealDay({ message: '请填变更从哪天起' })
  on!: string;

  @IsOptional()
  @IsString()
  @MaxLength(1_000_000)
  file: string = '';

  @IsOptional()
  @IsString()
  @MaxLength(1_000_000)
  successors: string = '';
}

export class SuccessorNaming {
  @text
  @Matches(code, { message: '请填已撤销村的 12 位代码' })
  oldCode!: string;

  @text
  @Matches(code, { message: '请填接续村的 12 位代码' })
  newCode!: string;
}

export class TownChoice {
  @IsOptional()
  @text
  @Matches(/^([1-9]\d{11})?$/, { message: '镇街代码是 12 位' })
  town: string = '';
}
