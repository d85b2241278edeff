import { ValidateBy } from 'class-validator';
import { instant, isDay, isSpanOfYears } from '#kernel';
import { fieldWords } from './fields/field.problems.js';

/** As the document names the check. */
export const REAL_DAY = 'isRealDay';
export const REAL_END = 'isRealEnd';
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

/** A last day, or so many whole years from the first one on; not both. */
export function RealEnd({ message, first }: { message: string; first: string | null }): PropertyDecorator {
  const validate = (value: unknown): boolean =>
    (isDay(value) && value < '2200') || (first === null && isSpanOfYears(value));
  const said = ({ value }: { value: unknown }): string => {
    const typed = typeof value === 'string' ? value : '';
    if (isSpanOfYears(value)) return fieldWords.yearsFromNowhere;
    if (typed.startsWith('P')) return typed.includes('/') ? fieldWords.yearsAndDay : message;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return message;
    return isDay(value) ? fieldWords.tooFar(typed) : fieldWords.noDay(typed);
  };
  return ValidateBy({ name: REAL_END, validator: { validate } }, { message: said });
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
