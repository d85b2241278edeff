import { Transform } from 'class-transformer';
import { isDay, isSpanOfYears, lastDayOf, spanOfYears } from '#kernel';
import { RealEnd } from '../real-day.js';
import { type Asked, fieldOf } from './field-made.js';
import { fieldWords } from './field.problems.js';
import { yearsText } from './field.words.js';

/** Whole years that a term is offered in; any other last day is typed. */
const termYears = [3, 5, 10] as const;

/**
 * The last day of a term: `YYYY-MM-DD`, or whole years from its first day on (`P5Y`, ISO 8601), which a form offers to pick.
 * `first` names the field beside it that holds the first day; without it the record at hand knows the first day (`lastDayOf`).
 */
export function EndField(label: string, asked: Asked & { first?: string } = {}): PropertyDecorator {
  const { first = null } = asked;
  const counted = ({ value, obj }: { value: unknown; obj: Record<string, unknown> }): unknown => {
    const start = first === null ? null : obj[first];
    return isDay(start) && isSpanOfYears(value) ? lastDayOf(start, value) : value;
  };
  const rules = [Transform(counted), RealEnd({ message: asked.refusal ?? fieldWords.day(label), first })];
  const options = termYears.map((count) => ({ value: spanOfYears(count), label: yearsText(count) }));
  return fieldOf(label, asked, rules, 'end', { options });
}
