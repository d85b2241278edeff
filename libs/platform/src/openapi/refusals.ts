import type { ProblemKind } from '#kernel';
import { accessProblems } from '../access/access.problems.js';
import { asksFound, asksScans } from '../fields/form-of.js';
import { fileProblems } from '../files.problems.js';
import { finderProblems } from '../finders/finder.problems.js';
import { generalProblems } from '../general.problems.js';
import { idempotencyProblems } from '../idempotency.problems.js';
import { listProblems } from '../lists/list.problems.js';
import { stepProblems } from '../step.problems.js';
import { inputProblems } from '../validation.problems.js';
import { drawnRefusals } from './drawn-refusals.js';
import { documentWords } from '../openapi.words.js';
import type { Route } from './routes.js';
import type { Schema } from './schemas.js';

/** What an operation can be refused by: by its guard, its input, the gate of its act, and whoever does it. */
function refusalsOf(route: Route): ProblemKind[] {
  return [...byGuard(route), ...byInput(route), ...byGate(route), ...drawnRefusals(route.doers)];
}

function byGuard({ public: open, unready, posts, fresh, changes }: Route): ProblemKind[] {
  return [
    ...(open ? [] : [accessProblems.signIn, ...(unready ? [] : [accessProblems.unready])]),
    ...(posts.length > 0 ? [accessProblems.notYourPost] : []),
    ...(fresh ? [accessProblems.confirm] : []),
    ...(fresh || unready ? [accessProblems.persons] : []),
    ...(changes ? [accessProblems.forged, accessProblems.readsOnly, accessProblems.keyRevoked] : []),
    ...(changes ? [generalProblems.unknown] : []),
    ...[generalProblems.away, accessProblems.tooFast, inputProblems.malformed],
  ];
}

/** Any address may carry a name or a value that cannot be read, and any body may be too large, whatever an operation asks for. */
function byInput({ inputs, changes, path }: Route): ProblemKind[] {
  const body = changes ? inputs.find(({ from, type }) => from === 'body' && type !== null) : undefined;
  const listed = inputs.some(({ list }) => list !== undefined);
  const files = body?.type ? asksScans(body.type) : false;
  return [
    ...(path.includes(':') ? [generalProblems.notFound] : []),
    ...(changes ? [...Object.values(idempotencyProblems), ...bodyProblems] : []),
    inputProblems.invalid,
    ...(listed ? Object.values(listProblems) : []),
    ...(body?.type && asksFound(body.type) ? [finderProblems.unknown] : []),
    ...(files ? [fileProblems.tooLarge, fileProblems.wrongType, fileProblems.empty, fileProblems.unsafe] : []),
  ];
}

/** Whatever asks for no body is refused one that it cannot read, too. */
const bodyProblems = [
  ...[inputProblems.twice, inputProblems.tooMany, generalProblems.tooLarge, generalProblems.unreadable],
  ...[accessProblems.uploadTooLarge, generalProblems.tag],
];

function byGate({ act, changes }: Route): ProblemKind[] {
  if (act === null) return [];
  return [
    ...(act.step ? [stepProblems.notOpen, stepProblems.notYours] : [generalProblems.notFound]),
    ...(changes ? [stepProblems.changed] : []),
    ...(changes && (act.step || act.asksRules) ? [stepProblems.blocked] : []),
  ];
}

const problem: Schema = { $ref: '#/components/schemas/Problem' };
const content = (schema: Schema, more: Schema = {}): Schema => ({ 'application/problem+json': { schema, ...more } });
const oneOf = (types: readonly string[]): Schema => ({
  allOf: [problem, { type: 'object', properties: { type: { enum: types.map((type) => `/problems/${type}`) } } }],
});

/** The refusals that the operations name, each set of one status once, and an example of each refusal. */
export class Refusals {
  readonly responses: Record<string, Schema> = {
    Problem: { description: documentWords.other, content: content(problem) },
  };
  readonly examples: Record<string, Schema> = {};

  /** By status, what an operation can be refused by; what can befall any request is under `default`. */
  of(route: Route): Record<string, Schema> {
    const kinds = [...new Map(refusalsOf(route).map((kind) => [kind.type, kind])).values()];
    const byStatus = Object.groupBy(kinds, ({ status }) => status) as Record<string, ProblemKind[]>;
    const named = Object.entries(byStatus).map(([status, each]) => [status, this.named(each)]);
    return { ...(Object.fromEntries(named) as Record<string, Schema>), default: refTo('Problem') };
  }

  private named(kinds: readonly ProblemKind[]): Schema {
    const name = kinds.map(({ type }) => type).join('.');
    for (const kind of kinds) this.examples[kind.type] ??= exampleOf(kind);
    this.responses[name] ??= {
      description: documentWords.refused(kinds.map(({ title }) => title)),
      content: content(oneOf(kinds.map(({ type }) => type)), {
        examples: Object.fromEntries(
          kinds.map(({ type }) => [type, { $ref: `#/components/examples/${type}` }] as const),
        ),
      }),
    };
    return refTo(name);
  }
}

const refTo = (name: string): Schema => ({ $ref: `#/components/responses/${name}` });

const exampleOf = ({ type, title, status, explanation }: ProblemKind): Schema => ({
  summary: title,
  value: {
    ...{ type: `/problems/${type}`, title, status, instance: '/', detail: explanation, article: '', way: null },
    ...{ blockers: [], errors: [], open: [] },
  },
});
