import { Transform } from 'class-transformer';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { Day } from '#kernel';
import { DayField, TextField } from '#platform';

const text = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const code = /^[1-9]\d{11}$/;

/** Where an office is and when it opens. */
export class OfficeContact {
  @TextField('地址', { refusal: '请填地址' }) address: string;
  @TextField('电话', { length: [3, 40], refusal: '请填电话' }) phone: string;
  @TextField('开门时间', { hint: '例如：工作日 9:00–12:00，13:30–17:00', refusal: '请填开门时间' }) hours: string;
}

/** A division file: uploaded as `file` (and `successors`), or its text in JSON. */
export class CountyChange {
  @DayField('从哪天起', { refusal: '请填变更从哪天起' }) on: Day;

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
