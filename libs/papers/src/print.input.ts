import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { Transform } from 'class-transformer';

/** Asking for a copy; the first needs no reason. */
export class PrintInput {
  @IsOptional()
  @IsString({ message: '原因要写成文字。' })
  @MaxLength(200, { message: '原因不超过 200 字。' })
  reason?: string;
}

export class PrintDecisionInput {
  @Transform(
    ({ value }) =>
      (value === 'true' || value === true ? true : value === 'false' || value === false ? false : value) as unknown,
  )
  @IsBoolean({ message: '请选同意或者不同意。' })
  approved: boolean;
}
