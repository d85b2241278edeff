import { ValidateBy } from 'class-validator';
import { type Named, nameFault } from '#kernel';
import { fieldWords } from './field.problems.js';

/** A name in the signs that names are written with; nothing is said of an empty one. */
export function RealName(label: string, of: Named): PropertyDecorator {
  const faultOf = (value: unknown): string | null =>
    typeof value === 'string' && value !== '' ? nameFault(value, of) : null;
  const validate = (value: unknown): boolean => faultOf(value) === null;
  const message = ({ value }: { value: unknown }): string => fieldWords.name(label, faultOf(value) ?? '');
  return ValidateBy({ name: 'isRealName', validator: { validate } }, { message });
}
