import type { Type } from '@nestjs/common';
import type { FormField } from '../form-fields.js';

/** What an input class knows of one of its fields: how a form draws it, and what is asked of it beyond its own value. */
export interface InputField {
  /** Name in the body, or of the upload. */
  name: string;
  /** How the form draws it; a part has fields of its own instead. */
  drawn: Omit<FormField, 'id' | 'name'> | null;
  /** A file that comes with the request instead of a value in the body. */
  scan: ScanRule | null;
  /** A day that lies not after, or not before, the day of the act. */
  bound: 'past' | 'future' | null;
  /** A nested input, drawn in so many lines; one line without a number. */
  part: { type: () => Type; lines: number | null; line: (number: number) => string } | null;
  /** Of this one deal: a renewal begins without it. Whoever takes the very deal over keeps it. */
  once: boolean;
  /** It may be left out. */
  optional: boolean;
  /** Several values of it may come. */
  list: boolean;
  /** What pages and papers call it once it is filled in. */
  called: string;
  /** Gives another class the same field. */
  onto: (prototype: object) => void;
}

/** What is asked of the files of a field. */
export interface ScanRule {
  /** Received as evidence; what is only read is laid into the input as it came. */
  kept: boolean;
  least: number;
  most: number;
  /** Said where a file is missing. */
  missing: string;
  /** What everybody will see is kept without the camera's notes. */
  shown: 'as it is' | 'without notes';
}

const tables = new WeakMap<object, InputField[]>();

/** Adds a field to the class whose prototype this is. */
export function keepField(prototype: object, field: InputField): void {
  const own = tables.get(prototype);
  if (own) own.push(field);
  else tables.set(prototype, [field]);
}

/** The fields of an input class in the order of its lines; its own before those it inherits. */
export function fieldsOfInput(input: Type): readonly InputField[] {
  const found: InputField[] = [];
  for (let level = input.prototype as object | null; level !== null; level = Object.getPrototypeOf(level) as object)
    found.push(...(tables.get(level) ?? []));
  return found;
}

type All<Part> = (Part extends unknown ? (part: Part) => void : never) extends (all: infer Whole) => void
  ? Whole
  : never;

/** A class with the fields of several: what is asked for in parts, and handed in as a whole. */
export function joined<Parts extends readonly Type<object>[]>(...parts: Parts): Type<All<InstanceType<Parts[number]>>> {
  class Whole {
    constructor() {
      for (const part of parts) Object.assign(this, new part());
    }
  }
  for (const field of parts.flatMap(fieldsOfInput)) field.onto(Whole.prototype);
  return Whole as Type<All<InstanceType<Parts[number]>>>;
}
