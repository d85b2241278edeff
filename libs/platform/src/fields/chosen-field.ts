import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsString, Matches } from 'class-validator';
import { fieldWords } from './field.problems.js';
import { asList, fieldOf } from './field-made.js';

interface Chosen {
  /** Behind kind and id stands the revision on which it was decided, and each comes once. */
  revised?: boolean;
  most: number;
  /** How many at once are too many. */
  refusal: string;
}

const id = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const plain = new RegExp(`^[a-z_]{1,40}:${id}$`);
const revisedToo = new RegExp(`^[a-z_]{1,40}:${id}(:\\d{1,9})?$`);
const record = (one: unknown): string => String(one).slice(0, 80).split(':').slice(0, 2).join(':');

/** Records of several kinds that were ticked in a list, each as kind and id. */
export function ChosenField(label: string, { revised = false, most, refusal }: Chosen): PropertyDecorator {
  const none = { message: fieldWords.chosen };
  const rules = [
    Transform(asList),
    IsArray(none),
    ArrayMinSize(1, none),
    ArrayMaxSize(most, { message: refusal }),
    ...(revised ? [ArrayUnique(record, { message: fieldWords.chosenTwice })] : []),
    IsString({ each: true, ...none }),
    Matches(revised ? revisedToo : plain, { each: true, message: fieldWords.chosenAs(revised) }),
  ];
  return fieldOf(label, { unasked: true }, rules, 'picks');
}
