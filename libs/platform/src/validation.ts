import { type ArgumentMetadata, type PipeTransform, ValidationPipe, type ValidationError } from '@nestjs/common';
import { type FieldError, Problem, problem } from '#kernel';
import { requestContext } from './request-context.js';

export const inputProblems = {
  invalid: problem('invalid-input', 422, '有几处要改', '改好标出来的每一处，再提交一次；填好的都还在。'),
  malformed: problem('malformed', 400, '请求的格式不对'),
  twice: problem('field-twice', 422, '同一项填了两遍', '一项只能有一个值，请只留一个，再提交一次。'),
};

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

/** The pipe that names every field it does not know, or lets them fall. */
export function validationPipe(strict = true): ValidationPipe {
  return new NullsLeftOut({
    whitelist: true,
    forbidNonWhitelisted: strict,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { exposeDefaultValues: true },
    stopAtFirstError: true,
    exceptionFactory: (errors) => inputProblem(errors.flatMap((error) => flatten(error, '#'))),
  });
}

/** Many programs write null for what they leave out, so that it reaches no service as a value. */
class NullsLeftOut extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return super.transform(metadata.type === 'body' ? withoutNulls(value, 0) : value, metadata);
  }
}

/** No input nests deeper than this; what does is refused by its name. */
const deepest = 8;

function withoutNulls(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => withoutNulls(each, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null) return value;
  const said = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(said.map(([name, each]) => [name, withoutNulls(each, depth + 1)]));
}

/** The refusal of an input with the given faults. */
export function inputProblem(errors: readonly FieldError[]): Problem {
  return inputProblems.invalid({ errors, detail: errors.map((error) => error.detail).join('；') });
}

/** The refusal of a body in which one field has two values: which of them was meant, nobody can know. */
export function fieldsTwice(pointers: readonly string[]): Problem {
  const errors = pointers.map((pointer) => ({ pointer, detail: `“${pointer.slice(2)}”填了两遍` }));
  return inputProblems.twice({ errors, detail: errors.map((error) => error.detail).join('；') });
}

/** The fault of a field that nobody asked for. */
export function unknownField(name: string): FieldError {
  const short = name.slice(0, 60);
  return { pointer: `#/${short}`, detail: said('whitelistValidation', '', short) };
}

function flatten(error: ValidationError, above: string): FieldError[] {
  const name = error.property.slice(0, 60);
  const pointer = `${above}/${name}`;
  const own = Object.entries(error.constraints ?? {}).map(([kind, text]) => ({
    pointer,
    detail: said(kind, text, name),
  }));
  return [...own.slice(0, 1), ...(error.children ?? []).flatMap((child) => flatten(child, pointer))];
}

/** What the library's own words mean, where an input class has none of its own; most are heard by programs alone. */
const plain: Readonly<Record<string, (name: string, number: string) => string>> = {
  whitelistValidation: (name) => `没有“${name}”这一项`,
  isString: (name) => `“${name}”要写成一段文字`,
  maxLength: (name, most) => `“${name}”最多 ${most} 个字`,
  minLength: (name, least) => `“${name}”至少 ${least} 个字`,
  isInt: (name) => `“${name}”要是整数`,
  isNumber: (name) => `“${name}”要是数字`,
  min: (name, least) => `“${name}”要是不小于 ${least} 的数字`,
  max: (name, most) => `“${name}”要是不大于 ${most} 的数字`,
  isBoolean: (name) => `“${name}”只能是 true 或者 false`,
  isUuid: (name) => `“${name}”不是编号`,
  isArray: (name) => `“${name}”要是一个列表`,
  arrayMaxSize: (name, most) => `“${name}”最多 ${most} 项`,
  arrayMinSize: (name, least) => `“${name}”至少 ${least} 项`,
  isObject: (name) => `“${name}”要是一组有名字的项`,
  nestedValidation: (name) => `“${name}”里面要是一组有名字的项`,
};

function said(kind: string, text: string, name: string): string {
  if (kind !== 'whitelistValidation' && /\p{Script=Han}/u.test(text)) return text;
  return plain[kind]?.(name, /\d+/.exec(text.replace(name, ''))?.[0] ?? '') ?? `“${name}”写得不对`;
}
