import { Type as Nested, Transform } from 'class-transformer';
import type { Type } from '@nestjs/common';
import {
  Allow,
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  Equals,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { type Named, ungapped } from '#kernel';
import { RealDay, RealMoment } from '../real-day.js';
import { fieldWords } from './field.problems.js';
import { RealName } from './real-name.js';
import { type Asked, type ChoiceWords, asList, fieldOf, nested, optionsOf } from './field-made.js';
import { units } from './field.words.js';

// One decorator a field: what is asked of it, the words of its refusal, its control in a form and its schema.

interface AskedText extends Asked {
  /** Least and most characters. */
  length?: readonly [number, number];
  pattern?: RegExp;
  /** A box of so many lines instead of one line. */
  lines?: number;
  /** Digits: a phone shows its number pad. */
  digits?: boolean;
  /** Digits with a point, as an instrument shows them. */
  decimal?: boolean;
  /** Letters and figures that are compared one by one. */
  code?: boolean;
  unit?: string;
  /** The name of a person, or of a body or place: written with the signs of such names. */
  named?: Named;
  /** What a browser may fill in of the reader himself: `name`, `tel`, `street-address` (WCAG 2.2, 1.3.5). */
  auto?: string;
}

/** What a person types: 2 to 100 characters if nothing else is said. */
export function TextField(label: string, asked: AskedText = {}): PropertyDecorator {
  const { length: [least, most] = [2, 100], pattern, lines, digits = false, decimal = false, unit = '' } = asked;
  const { code = false, auto = 'off' } = asked;
  const words = asked.refusal ?? (asked.optional ? fieldWords.most(label, most) : fieldWords.text(label, least, most));
  const message = { message: words };
  const rules = [
    Transform(({ value }: { value: unknown }) =>
      typeof value !== 'string' ? value : code ? ungapped(value) : value.trim(),
    ),
    IsString(message),
    asked.optional && least <= 1 ? MaxLength(most, message) : Length(least, most, message),
  ];
  if (asked.named) rules.push(RealName(label, asked.named));
  if (pattern) rules.push(Matches(pattern, message));
  if (lines !== undefined) return fieldOf(label, asked, rules, 'area', { rows: String(lines) });
  return fieldOf(label, asked, rules, decimal ? 'decimal' : digits ? 'digits' : 'text', { unit, code, auto });
}

/** A day of the calendar, `YYYY-MM-DD`; typed as year, month and day. `past`: not after the day of the act; `future`: not before it. */
export function DayField(label: string, asked: Asked & { bound?: 'past' | 'future' } = {}): PropertyDecorator {
  const rules = [RealDay({ message: asked.refusal ?? fieldWords.day(label) })];
  return fieldOf(label, asked, rules, 'date', {}, { bound: asked.bound ?? null });
}

// As `yuan` of the kernel reads it: plain digits, or groups of three throughout, and not nothing.
const yuanText = /^(?=.*[1-9])(\d{1,12}|\d{1,3}(,\d{3}){1,3})(\.\d{1,2})?$/;

/** As a Chinese keyboard writes an amount: full-width commas, and blanks between. */
const Tidied = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.replaceAll('，', ',').replaceAll(/\s/g, '') : value,
  );

/** A moment with its zone, which only a program says: a page asks for the day and the hour. */
export function MomentField(label: string, asked: Omit<Asked, 'unasked'> = {}): PropertyDecorator {
  const rules = [RealMoment({ message: asked.refusal ?? fieldWords.moment(label) })];
  return fieldOf(label, { ...asked, unasked: true }, rules, 'text');
}

/** What is not shown while it is typed, and taken to the letter. */
export function SecretField(label: string, asked: Asked & { auto?: string } = {}): PropertyDecorator {
  const message = { message: asked.refusal ?? fieldWords.text(label, 1, 256) };
  const more = { auto: asked.auto ?? 'current-password' };
  return fieldOf(label, asked, [IsString(message), Length(1, 256, message)], 'password', more);
}

/** An amount in yuan as text, more than nothing, at most two decimals. */
export function MoneyField(label: string, asked: Asked & { pattern?: RegExp; unit?: string } = {}): PropertyDecorator {
  const rules = [Tidied(), Matches(asked.pattern ?? yuanText, { message: asked.refusal ?? fieldWords.money(label) })];
  return fieldOf(label, asked, rules, 'money', { unit: asked.unit ?? units.yuan });
}

/** An area in mu as decimal text, more than nothing, at most four decimals. */
export function AreaField(label: string, asked: Asked = {}): PropertyDecorator {
  const rules = [Matches(/^(?=.*[1-9])\d{1,6}(\.\d{1,4})?$/, { message: asked.refusal ?? fieldWords.area(label) })];
  return fieldOf(label, asked, rules, 'mu');
}

/** A whole number, from 1 on if nothing else is said. */
export function CountField(
  label: string,
  asked: Asked & { least?: number; most: number; unit?: string },
): PropertyDecorator {
  const { least = 1, most, unit = '' } = asked;
  const message = { message: asked.refusal ?? fieldWords.count(label, least, most) };
  const rules = [Transform(asNumber), IsInt(message), Min(least, message), Max(most, message)];
  return fieldOf(label, asked, rules, 'digits', { unit });
}

/** A form sends figures as text, and a Chinese keyboard writes them full-width. */
const asNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && value.trim() !== '' ? Number(value.normalize('NFKC')) : value;

/** A bank account: digits, with spaces or dashes as people write them. */
export function AccountField(label: string, asked: Asked = {}): PropertyDecorator {
  const rules = [Matches(/^[\d\s-]{8,40}$/, { message: asked.refusal ?? fieldWords.account(label) })];
  return fieldOf(label, asked, rules, 'digits', { unit: '' });
}

/**
 * One of a table of codes with their words; `wide` shows each as a button instead of a list to unfold, `unset` stands first
 * in that list for nothing chosen.
 */
export function ChoiceField(
  label: string,
  words: ChoiceWords,
  asked: Asked & { wide?: boolean; unset?: string } = {},
): PropertyDecorator {
  const rules = [IsIn(Object.keys(words), { message: asked.refusal ?? fieldWords.choice(label) })];
  const offered = asked.unset === undefined ? words : { '': asked.unset, ...words };
  return fieldOf(label, asked, rules, asked.wide ? 'choice' : 'select', { options: optionsOf(offered) });
}

/** One of what the record at hand offers, or up to `most` of it; which, its form says, and the act's own rules check. */
export function PickField(
  label: string,
  asked: Asked & { length?: readonly [number, number]; most?: number } = {},
): PropertyDecorator {
  const [least, longest] = asked.length ?? [1, 40];
  const message = { message: asked.refusal ?? fieldWords.choice(label) };
  if (asked.most === undefined)
    return fieldOf(label, asked, [IsString(message), Length(least, longest, message)], 'select', { options: [] });
  const each = { each: true, ...message };
  const sized = [IsArray(message), ArrayMinSize(asked.optional ? 0 : 1, message), ArrayMaxSize(asked.most, message)];
  const rules = [Transform(asList), ...sized, IsString(each), Length(least, longest, each)];
  return fieldOf(label, asked, rules, 'picks', { options: [] });
}

/** Any number of a table of codes with their words, each once; `none` says that none was picked. */
export function PicksField(
  label: string,
  words: Readonly<Record<string, string>>,
  asked: Asked & { none?: string } = {},
): PropertyDecorator {
  const message = { message: asked.refusal ?? fieldWords.choice(label) };
  const once = ArrayUnique({ message: fieldWords.twice(label) });
  const known = IsIn(Object.keys(words), { each: true, ...message });
  const rules = [Transform(asList), IsArray(message), once, known];
  return fieldOf(label, asked, rules, 'picks', { options: optionsOf(words), none: asked.none ?? '' });
}

/** A list that a program alone sends; what stands in it, its own reader looks at. */
export function ListField(label: string, asked: Omit<Asked, 'unasked'> = {}): PropertyDecorator {
  return fieldOf(
    label,
    { ...asked, unasked: true },
    [IsArray({ message: asked.refusal ?? fieldWords.list(label) })],
    'picks',
  );
}

/** A value, or several, of a kind that the record at hand knows: its form draws it, and the act's own rules read it. */
export function OwnField(label: string, asked: Asked = {}): PropertyDecorator {
  return fieldOf(label, asked, [Allow()], 'picks', { options: [] });
}

/** A record that the page which leads to the form has named already; nobody types it. */
export function KeyField(label: string, asked: Asked = {}): PropertyDecorator {
  return fieldOf(label, asked, [IsUUID(undefined, { message: asked.refusal ?? fieldWords.choice(label) })], 'hidden');
}

/** Something that is found, not typed: a household, a parcel, a body; `Finders` knows the kind and checks the reach. */
export function FindField(
  label: string,
  finder: string,
  asked: Asked & { length?: readonly [number, number] } = {},
): PropertyDecorator {
  const [least, most] = asked.length ?? [1, 40];
  const message = { message: asked.refusal ?? fieldWords.find(label) };
  const more = { finder, optional: asked.optional ?? false };
  return fieldOf(label, asked, [IsString(message), Length(least, most, message)], 'find', more);
}

/** A box that may be ticked or not: true or false; a form sends `yes`, or nothing at all. */
export function TickField(label: string, asked: Omit<Asked, 'optional'> = {}): PropertyDecorator {
  const rules = [
    Transform(({ value }: { value: unknown }) => value === 'yes' || value === 'true' || (value ?? false)),
    IsBoolean(asked.refusal ? { message: asked.refusal } : {}),
  ];
  return fieldOf(label, { ...asked, optional: true }, rules, 'check');
}

/** A box that must be ticked: it says `yes`. */
export function CheckField(label: string, asked: Asked = {}): PropertyDecorator {
  return fieldOf(label, asked, [Equals('yes', { message: asked.refusal ?? fieldWords.check(label) })], 'check');
}

/** A list of parts is no part: `ValidateNested` would look at each of them. */
const One = (message: { message: string }): PropertyDecorator =>
  ValidateBy({ name: 'isOne', validator: { validate: (value) => !Array.isArray(value) } }, message);

/** A nested input of its own class. */
export function PartField(label: string, type: () => Type, asked: Asked = {}): PropertyDecorator {
  const message = { message: asked.refusal ?? fieldWords.part(label) };
  // What is not there is not looked into, so that its absence must be said of itself.
  const rules = [...(asked.optional ? [] : [IsDefined(message)]), One(message), ValidateNested(message), Nested(type)];
  return nested(label, asked, rules, { type, lines: null, line: () => '' });
}

interface AskedParts extends Asked {
  least?: number;
  most: number;
  /** How many lines a form offers; what is left empty is left out. */
  lines?: number;
  /** The words before the fields of a line. */
  line?: (number: number) => string;
}

/** A list of nested inputs. */
export function PartsField(label: string, type: () => Type, asked: AskedParts): PropertyDecorator {
  const { least = 0, most, lines = 0, line = (number: number): string => `${number}. ` } = asked;
  const message = { message: asked.refusal ?? fieldWords.parts(label, least, most) };
  const sized = [IsArray(message), ArrayMinSize(least, message), ArrayMaxSize(most, message)];
  const rules = [...sized, ValidateNested({ each: true }), Nested(type)];
  return nested(label, asked, rules, { type, lines, line });
}
