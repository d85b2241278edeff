import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Observable, from, switchMap } from 'rxjs';
import { type FieldError, folded } from '#kernel';
import { actorOf } from '../frames.js';
import { inputProblem } from '../validation.js';
import { finderWords } from './finder.problems.js';
import type { FoundLine } from './finder.view.js';
import { Finders, soughtBy } from './finders.service.js';
import { keepFound } from './found-for.js';

/** Words in the search box of a field, which sends them as `_find.KIND.FIELD`. */
interface Looked {
  kind: string;
  field: string;
  words: string;
  /** The words by which what the form shows was found. */
  shown: string;
}

type Fields = Record<string, unknown>;

/**
 * Lets a person without a script find what a field asks for: the form itself carries the words. While nothing is picked, the
 * form comes back with what was found, whether by Enter or by the field's own button; a program sends the value and needs none of this.
 */
@Injectable()
export class FinderWords implements NestInterceptor {
  constructor(private readonly finders: Finders) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const body = request.body as Fields | null | undefined;
    if (typeof body !== 'object' || body === null || !('_found' in body || '_find' in body)) return next.handle();
    return from(this.look(body, request)).pipe(switchMap(() => next.handle()));
  }

  private async look(body: Fields, request: FastifyRequest): Promise<void> {
    const pressed = typeof body['_seek'] === 'string' ? body['_seek'] : '';
    const looked = lookedFor(body);
    for (const name of ['_find', '_found', '_seek']) delete body[name];
    const faults: FieldError[] = [];
    const values: Fields = {};
    for (const each of looked) {
      const { field, words } = each;
      const found = await this.found(each, valueAt(body, field), request);
      Object.assign(values, {
        [`${field}.found`]: found.lines,
        [`${field}.words`]: words,
        [`${field}.more`]: found.more,
      });
      const again = words !== '' && (words !== each.shown || pressed === field);
      if (!again && !(words !== '' && valueAt(body, field) === undefined)) continue;
      faults.push(...picked(body, each, found.lines));
    }
    keepFound(request, { values, at: pressed || (faults[0]?.pointer.slice(2).replaceAll('/', '.') ?? '') });
    if (pressed !== '' || faults.length > 0) throw inputProblem(faults);
  }

  private async found(
    { kind, words }: Looked,
    value: unknown,
    request: FastifyRequest,
  ): Promise<{ lines: readonly FoundLine[]; more: boolean }> {
    const me = actorOf(request);
    if (words === '') return { lines: await this.finders.line(kind, value, me), more: false };
    const { found, more } = await this.finders.list(kind, words, me);
    return { lines: found, more };
  }
}

/** Puts what was found into the field if it is meant beyond doubt; else says what is to be done. */
function picked(body: Fields, { field, words }: Looked, found: readonly FoundLine[]): FieldError[] {
  const pointer = `#/${field.replaceAll('.', '/')}`;
  const [first] = found;
  if (!first) return [{ pointer, detail: finderWords.none(words) }];
  const before = valueAt(body, field);
  if (found.some(({ value }) => value === before)) return [];
  putAt(body, field, found.length === 1 ? first.value : undefined);
  if (found.length > 1) return [{ pointer, detail: finderWords.several(found.length) }];
  const sought = soughtBy(words);
  const whole = folded(first.name) === sought.name || [first.code, first.value].includes(sought.code);
  return whole ? [] : [{ pointer, detail: finderWords.one }];
}

function lookedFor(body: Fields): Looked[] {
  const [words, shown] = [leavesOf(body['_find']), leavesOf(body['_found'])];
  return [...new Set([...words.keys(), ...shown.keys()])].map((path) => {
    const [kind = '', ...field] = path.split('.');
    return { kind, field: field.join('.'), words: words.get(path) ?? '', shown: shown.get(path) ?? '' };
  });
}

/** The texts of a part of the body by their paths; what is no text is none of ours. */
function leavesOf(part: unknown, above: readonly string[] = []): Map<string, string> {
  if (typeof part === 'string') return new Map([[above.join('.'), part.slice(0, 60).trim()]]);
  if (typeof part !== 'object' || part === null || above.length > 4) return new Map();
  return new Map(Object.entries(part).flatMap(([name, each]) => [...leavesOf(each, [...above, name])]));
}

function valueAt(body: Fields, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => (at as Fields | undefined)?.[name], body);
}

function putAt(body: Fields, path: string, value: string | undefined): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = body;
  for (const name of names) at = (at[name] ??= {}) as Fields;
  if (value === undefined) delete at[last];
  else at[last] = value;
}
