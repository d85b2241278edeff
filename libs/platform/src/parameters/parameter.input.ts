import { Allow, IsString, Length } from 'class-validator';
import { RealDay } from '../real-day.js';

/** A new value from a day on. What a value may be depends on the parameter, so the service reads it. */
export class ParameterInput {
  @Allow()
  value: unknown;

  @RealDay({ message: '请填从哪天起用：年、月、日。' })
  validFrom: string;

  @IsString({ message: '请写依据，例如县里的文号。' })
  @Length(4, 300, { message: '请写依据，例如县里的文号，至少 4 个字。' })
  basis: string;
}
