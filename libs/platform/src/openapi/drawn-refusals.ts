import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ProblemKind, declaredProblems } from '#kernel';

type Drawn = Readonly<Record<string, readonly string[]>>;

let drawn: Drawn | null = null;

/** What these methods can refuse, as `npm run docs` has drawn it from them and all that they call. */
export function drawnRefusals(methods: readonly string[]): ProblemKind[] {
  drawn ??= JSON.parse(readFileSync(resolve(process.cwd(), 'data', 'refusals.json'), 'utf8')) as Drawn;
  const types = new Set(methods.flatMap((method) => drawn?.[method] ?? []));
  return declaredProblems().filter(({ type }) => types.has(type));
}
