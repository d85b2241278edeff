import type { Type } from '@nestjs/common';
import { type FieldError, Problem } from '#kernel';
import { inputProblem, inputRead } from '../validation.js';
import { inPageOrder } from './form-of.js';

/** What of an input is right: what its class refuses is left out, at every depth. */
export type Sound<Value> = Value extends string | number | boolean | bigint | null | undefined
  ? Value
  : Value extends readonly (infer Each)[]
    ? readonly Sound<Each>[]
    : { readonly [Name in keyof Value]?: Sound<Value[Name]> | undefined };

/** What a rule says of an input: a fault at its field, or a refusal with a name of its own. */
export type Heard = FieldError | Problem;

/** An input as it came in: itself where its class finds nothing wrong, what is sound of it, and every fault. */
export interface Filled<Input> {
  value: Input | null;
  sound: Sound<Input>;
  faults: readonly FieldError[];
}

/** An input that is known to be right, as a service makes it from what another record says. */
export const right = <Input extends object>(value: Input): Filled<Input> => ({
  value,
  sound: value as Sound<Input>,
  faults: [],
});

/** What came in without its faulty fields; a faulty line of a list stays as an empty one, so that those after it keep their place. */
export function soundOf<Input extends object>(
  input: Type<Input>,
  body: object,
  faults: readonly FieldError[],
): Sound<Input> {
  const read = inputRead(input, body);
  for (const { pointer } of faults) leaveOut(read, pointer.split('/').slice(1));
  return read as Sound<Input>;
}

const leftOut = new WeakMap<object, Set<string>>();

/** Whether a field was filled wrongly: that it is not there, is then no fault of its own. */
export const isFaulty = (sound: object, name: string): boolean => leftOut.get(sound)?.has(name) ?? false;

function leaveOut(above: object, [name, ...below]: readonly string[]): void {
  if (name === undefined || (below.length > 0 && !Object.hasOwn(above, name))) return;
  const fields = above as Record<string, unknown>;
  const value = fields[name];
  if (below.length > 0 && typeof value === 'object' && value !== null) leaveOut(value, below);
  else {
    leftOut.set(above, (leftOut.get(above) ?? new Set()).add(name));
    if (Array.isArray(above)) fields[name] = {};
    else delete fields[name];
  }
}

/** What rules have to say, each asked for itself: one that refuses does not silence the next. */
export async function hear(...rules: readonly (() => unknown)[]): Promise<Heard[]> {
  const heard: Heard[] = [];
  for (const rule of rules)
    try {
      await rule();
    } catch (error) {
      if (!(error instanceof Problem) || !error.members.errors) throw error;
      heard.push(error);
    }
  return heard;
}

/** Refuses with everything at once, in page order; what is refused by one name alone keeps that name. */
export function refuseHeard(input: Type, heard: readonly Heard[]): void {
  const [only, ...others] = heard;
  if (only instanceof Problem && others.length === 0) throw only;
  const faults = inPageOrder(
    input,
    heard.flatMap((each) => (each instanceof Problem ? (each.members.errors ?? []) : [each])),
  );
  if (faults.length > 0) throw inputProblem(faults);
}
