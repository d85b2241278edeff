import type { FastifyRequest } from 'fastify';
import type { FieldError } from '#kernel';
import { mostNames, tooManyNames } from './body-bounds.js';
import { inputProblem, mostErrors } from './validation.js';
import { inputFaults, inputProblems } from './validation.problems.js';

/** No form and no program's act nests deeper; what does would end the walk over it, not the request. */
const deepest = 32;

/** Refuses, before anything is looked at, what no input class could name: a body without names, texts that cannot be kept. */
export function refuseUnreadable(request: Pick<FastifyRequest, 'body' | 'query'>): void {
  const { body, query } = request;
  if (body !== undefined && body !== null && (typeof body !== 'object' || Array.isArray(body) || Buffer.isBuffer(body)))
    throw inputProblems.malformed({ detail: inputFaults.noNames });
  const errors = [...faultsIn(query), ...faultsIn(body)];
  if (errors.length > 0) throw inputProblem(errors);
}

function faultsIn(whole: unknown): FieldError[] {
  const errors: FieldError[] = [];
  const waiting: [unknown, string, number][] = [[whole, '#', 0]];
  for (let next = waiting.pop(); next !== undefined && errors.length < mostErrors; next = waiting.pop()) {
    const [value, pointer, depth] = next;
    if (depth > deepest) return [{ pointer: `#/${pointer.split('/')[1] ?? ''}`, detail: inputFaults.tooDeep }];
    if (typeof value === 'string' && !keepable(value)) errors.push({ pointer, detail: inputFaults.unreadable });
    if (typeof value !== 'object' || value === null) continue;
    const entries = Object.entries(value);
    if (entries.length > mostNames && !Array.isArray(value)) throw tooManyNames();
    for (const [name, each] of entries) {
      if (name in everyObject) errors.push({ pointer, detail: inputFaults.unknown(name) });
      else if (keepable(name)) waiting.push([each, `${pointer}/${name}`, depth + 1]);
      else errors.push({ pointer, detail: inputFaults.unreadable });
    }
  }
  return errors;
}

/** Words that every object knows: a library that asks a body for one of them must not get the sender's. */
const everyObject: object = {};

/** PostgreSQL keeps no NUL in a text, and UTF-8 has no form for half of a surrogate pair. */
const keepable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
