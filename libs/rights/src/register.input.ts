import { Transform } from 'class-transformer';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const text = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.normalize('NFKC').trim() : value,
);

/** What to look for in the register. */
export class RegisterQuery {
  @IsOptional()
  @text
  @IsString()
  @MaxLength(40, { message: '代码或姓名太长' })
  q: string = '';

  @IsOptional()
  @text
  @Matches(/^(\d{9}|\d{12})?$/, { message: '村代码是 12 位' })
  village: string = '';

  @IsOptional()
  @text
  @Matches(/^\d{0,19}$/, { message: '翻页的位置不对' })
  after: string = '';
}
