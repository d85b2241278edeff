import type { FastifyRequest } from 'fastify';
import type { FieldError } from '#kernel';
import { inputProblem, inputProblems } from './validation.js';

/** No form and no program's act nests deeper; what does would end the walk over it, not the request. */
const deepest = 32;
const tooDeep = '内容套得太深，最多 32 层。';
const unreadable = '里面有不能保存的字符（空字符或者半个字），请重新输入。';

/** Refuses, before anything is looked at, what no input class could name: a body without names, texts that cannot be kept. */
export function refuseUnreadable(request: Pick<FastifyRequest, 'body' | 'query'>): void {
  const { body, query } = request;
  if (body !== undefined && body !== null && (typeof body !== 'object' || Array.isArray(body) || Buffer.isBuffer(body)))
    throw inputProblems.malformed({ detail: '请求的内容要是一组有名字的项，例如 {"remark": "……"}。' });
  const errors = [...faultsIn(query), ...faultsIn(body)];
  if (errors.length > 0) throw inputProblem(errors);
}

function faultsIn(whole: unknown): FieldError[] {
  const errors: FieldError[] = [];
  const waiting: [unknown, string, number][] = [[whole, '#', 0]];
  for (let next = waiting.pop(); next !== undefined && errors.length < 20; next = waiting.pop()) {
    const [value, pointer, depth] = next;
    if (depth > deepest) return [{ pointer: `#/${pointer.split('/')[1] ?? ''}`, detail: tooDeep }];
    if (typeof value === 'string' && !keepable(value)) errors.push({ pointer, detail: unreadable });
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, each] of Object.entries(value)) {
      if (name in everyObject) errors.push({ pointer, detail: `没有“${name}”这一项` });
      else if (keepable(name)) waiting.push([each, `${pointer}/${name}`, depth + 1]);
      else errors.push({ pointer, detail: unreadable });
    }
  }
  return errors;
}

/** Words that every object knows: a library that asks a body for one of them must not get the sender's. */
const everyObject: object = {};

/** PostgreSQL keeps no NUL in a text, and UTF-8 has no form for half of a surrogate pair. */
const keepable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
