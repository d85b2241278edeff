import { ValidateBy } from 'class-validator';
import { instant, isDay } from '#kernel';
import { fieldWords } from './fields/field.problems.js';

/** As the document names the check. */
export const REAL_DAY = 'isRealDay';
export const REAL_MOMENT = 'isRealMoment';

/** A day that stands in a calendar, `YYYY-MM-DD`: no 30 February, and no year that nobody of today will see. */
export function RealDay({ message }: { message: string }): PropertyDecorator {
  const validate = (value: unknown): boolean => isDay(value) && value < '2200';
  const said = ({ value }: { value: unknown }): string => {
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return message;
    return isDay(value) ? fieldWords.tooFar(value) : fieldWords.noDay(value);
  };
  return ValidateBy({ name: REAL_DAY, validator: { validate } }, { message: said });
}

/** A moment with its zone that stands in a calendar, in the years that `RealDay` takes. */
export function RealMoment(options: { message: string }): PropertyDecorator {
  const validate = (value: unknown): boolean => {
    try {
      return typeof value === 'string' && value < '2200' && !Number.isNaN(instant(value).getTime());
    } catch {
      return false;
    }
  };
  return ValidateBy({ name: REAL_MOMENT, validator: { validate } }, options);
}
