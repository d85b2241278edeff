import {
  type ArgumentMetadata,
  type PipeTransform,
  type Type,
  ValidationPipe,
  type ValidationError,
} from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';
import type { FieldError, Problem } from '#kernel';
import { requestContext } from './request-context.js';
import { inputFaults, inputProblems, libraryFaults } from './validation.problems.js';

/**
 * One pipe for forms and JSON alike: unknown fields are named, nested ones too. What a page is asked beside its own is let
 * fall: messengers add words of theirs to every link that is passed on.
 */
export function requestPipe(): PipeTransform {
  const [strict, mild] = [validationPipe(), validationPipe(false)];
  const transform = (value: unknown, metadata: ArgumentMetadata): Promise<unknown> => {
    const page = metadata.type === 'query' && requestContext.getStore()?.person === true;
    return (page ? mild : strict).transform(value, metadata) as Promise<unknown>;
  };
  return { transform };
}

const reading = { exposeDefaultValues: true } as const;

/** An input as its class reads it, whatever it says of it. */
export const inputRead = <Input extends object>(input: Type<Input>, body: object): Input =>
  plainToInstance(input, withoutNulls(body, 0, fieldsKnown(input)), reading);

/** The pipe that names every field it does not know, or lets them fall. */
export function validationPipe(strict = true): ValidationPipe {
  return new NullsLeftOut({
    whitelist: true,
    forbidNonWhitelisted: strict,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: reading,
    stopAtFirstError: true,
    exceptionFactory: (errors) => inputProblem(errors.flatMap((error) => flatten(error, '#'))),
  });
}

/** Many programs write null for what they leave out, so that it reaches no service as a value. */
class NullsLeftOut extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return super.transform(metadata.type === 'body' ? withoutNulls(value, 0, namesOf(metadata)) : value, metadata);
  }
}

/** The fields of an input; null for what is checked by no class. What is none of them is refused, null or not. */
function namesOf({ metatype }: ArgumentMetadata): ReadonlySet<string> | null {
  return metatype === undefined ? null : fieldsKnown(metatype);
}

function fieldsKnown(input: Type): ReadonlySet<string> | null {
  const rules = getMetadataStorage().getTargetValidationMetadatas(input, '', true, false);
  return rules.length === 0 ? null : new Set(rules.map(({ propertyName }) => propertyName));
}

/** No input nests deeper than this; what does is refused by its name. */
const deepest = 8;

function withoutNulls(value: unknown, depth: number, known: ReadonlySet<string> | null = null): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => withoutNulls(each, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null) return value;
  const said = Object.entries(value).filter(([name, each]) => each !== null || known?.has(name) === false);
  return Object.fromEntries(said.map(([name, each]) => [name, withoutNulls(each, depth + 1)]));
}

/** The refusal of an input with the given faults. */
export function inputProblem(errors: readonly FieldError[]): Problem {
  const told = errors.slice(0, mostErrors).map(({ pointer, detail }) => ({ pointer: sayable(pointer, 120), detail }));
  return inputProblems.invalid({
    errors: told,
    detail: told
      .map(({ detail }) => detail)
      .join('；')
      .slice(0, 1000),
  });
}

/** So many faults are told at once: who is wrong in more places sees it by then. */
export const mostErrors = 20;

/** What somebody sent, short and without what cannot be seen, to be said back. */
export const sayable = (text: string, longest = 60): string => text.slice(0, longest).replaceAll(/\p{C}/gu, '');

/** The refusal of a body in which one field has two values: which of them was meant, nobody can know. */
export function fieldsTwice(pointers: readonly string[]): Problem {
  const errors = pointers.map((pointer) => ({ pointer, detail: inputFaults.twice(pointer.slice(2)) }));
  return inputProblems.twice({ errors, detail: errors.map((error) => error.detail).join('；') });
}

/** The fault of a field that nobody asked for. */
export function unknownField(name: string): FieldError {
  const short = sayable(name);
  return { pointer: `#/${short}`, detail: said('whitelistValidation', '', short) };
}

function flatten(error: ValidationError, above: string): FieldError[] {
  const name = sayable(error.property);
  const pointer = `${above}/${name}`;
  const own = Object.entries(error.constraints ?? {}).map(([kind, text]) => ({
    pointer,
    detail: said(kind, text, name),
  }));
  return [...own.slice(0, 1), ...(error.children ?? []).flatMap((child) => flatten(child, pointer))];
}

function said(kind: string, text: string, name: string): string {
  if (kind !== 'whitelistValidation' && /\p{Script=Han}/u.test(text)) return text;
  return libraryFaults[kind]?.(name, /\d+/.exec(text.replace(name, ''))?.[0] ?? '') ?? inputFaults.wrong(name);
}
