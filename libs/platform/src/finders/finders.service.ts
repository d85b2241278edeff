import { Injectable, type Type } from '@nestjs/common';
import { type Actor, type Day, dayOf, folded, foldedCode } from '#kernel';
import type { Act } from '../act.js';
import { Database } from '../database.js';
import { type InputField, fieldsOfInput } from '../fields/field-table.js';
import type { FormField } from '../form-fields.js';
import { generalProblems } from '../general.problems.js';
import { finderProblems } from './finder.problems.js';
import type { FoundLine, FoundList } from './finder.view.js';

/** Something that was found, by what people tell it from others; never an identity number, a phone or an account. */
export interface Found {
  /** What an input takes for it. */
  value: string;
  name: string;
  /** The village and the group it belongs to, or what kind of thing it is. */
  group: string;
  /** The code that its papers carry. */
  code: string;
}

/** What is looked for: as it was typed; folded, for names (`search_plain`); and as codes are written. */
export interface Sought {
  words: string;
  name: string;
  code: string;
}

export const soughtBy = (typed: string): Sought => {
  const words = typed.trim();
  return { words, name: folded(words), code: foldedCode(words) };
};

/** How one kind of thing is found. Both answer only what this reader may see. */
export interface Finder {
  kind: string;
  find(sought: Sought, me: Actor, most: number): Promise<Found[]>;
  named(values: readonly string[], me: Actor): Promise<Found[]>;
}

/** So many are listed at the most. */
const mostFound = 20;
/** So many are remembered of what somebody used last. */
const remembered = 100;

/** Where people, land and bodies are found instead of typed: each kind registered by the lib that keeps it. */
@Injectable()
export class Finders {
  private readonly finders = new Map<string, Finder>();

  constructor(private readonly database: Database) {}

  register(finder: Finder): void {
    this.finders.set(finder.kind, finder);
  }

  /** What fits the words, what the reader used last first; without words, what the reader used last. */
  async list(kind: string, asked: string, me: Actor, limit: number = mostFound): Promise<FoundList> {
    const finder = this.finders.get(kind);
    if (!finder) throw generalProblems.notFound();
    if (limit > mostFound) throw finderProblems.tooMany();
    const sought = soughtBy(asked);
    const { words } = sought;
    const used = await this.usedBy(me, kind);
    const found =
      words === ''
        ? await finder.named([...used.keys()].slice(0, limit), me)
        : await finder.find(sought, me, limit + 1);
    const last = (line: Found): string => used.get(line.value) ?? '';
    const lines = found
      .slice(0, limit)
      .map((line) => lineOf(line, used.get(line.value) ?? null))
      .toSorted((one, other) => (last(one) === last(other) ? 0 : last(one) < last(other) ? 1 : -1));
    return { kind, words, found: lines, more: found.length > limit };
  }

  /** One that this reader may see. Refuses `find-unknown` alike for what does not exist and for what others keep. */
  async one(kind: string, value: string, me: Actor, pointer: string): Promise<Found> {
    const [found] = (await this.finders.get(kind)?.named([value], me)) ?? [];
    if (!found) throw finderProblems.unknown({ errors: [{ pointer, detail: finderProblems.unknown().title }] });
    return found;
  }

  /** Refuses an input in which something was picked that this reader may not see. */
  async check(input: Type, filled: object, me: Actor): Promise<void> {
    for (const { kind, name, value } of pickedIn(input, filled)) await this.one(kind, value, me, `#/${name}`);
  }

  /** Remembers what was picked in an input, so that it is offered first the next time. */
  async use(act: Act, input: Type, filled: object): Promise<void> {
    for (const { kind, value } of pickedIn(input, filled)) await this.remember(act, kind, [value]);
  }

  /** The same of what was picked elsewhere. */
  async remember(act: Act, kind: string, values: readonly string[]): Promise<void> {
    if (act.actor.accountId === null) return;
    for (const value of values)
      await act.tx.query(
        `INSERT INTO finder_use (account_id, kind, value, used_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (account_id, kind, value) DO UPDATE SET used_at = $4`,
        [act.actor.accountId, kind, value, act.now],
      );
  }

  /** What a form offers in its fields before anybody looks for anything: what is picked already, else what was used last. */
  async offered(
    fields: readonly FormField[],
    values: object,
    me: Actor,
  ): Promise<Record<string, readonly FoundLine[]>> {
    const offered: Record<string, readonly FoundLine[]> = {};
    for (const { name, finder = '' } of fields.filter((field) => field.kind === 'find'))
      offered[`${name}.found`] = await this.line(finder, (values as Record<string, unknown>)[name], me);
    return offered;
  }

  /** The one that is picked, else what was used last. */
  async line(kind: string, value: unknown, me: Actor): Promise<readonly FoundLine[]> {
    if (typeof value !== 'string' || value === '') return (await this.list(kind, '', me, 6)).found;
    const named = (await this.finders.get(kind)?.named([value], me)) ?? [];
    return named.map((found) => lineOf(found, null));
  }

  private async usedBy({ accountId }: Actor, kind: string): Promise<Map<string, Day>> {
    if (accountId === null) return new Map();
    const rows = await this.database.ask<{ value: string; usedAt: Date }>(
      `SELECT value, used_at AS "usedAt" FROM finder_use WHERE account_id = $1 AND kind = $2 ORDER BY used_at DESC LIMIT ${remembered}`,
      [accountId, kind],
    );
    return new Map(rows.map(({ value, usedAt }) => [value, dayOf(usedAt)]));
  }
}

function pickedIn(input: Type, filled: object): { kind: string; name: string; value: string }[] {
  return fieldsOfInput(input).flatMap(({ name, drawn }: InputField) => {
    const value = (filled as Record<string, unknown>)[name];
    return drawn?.finder && typeof value === 'string' && value !== '' ? [{ kind: drawn.finder, name, value }] : [];
  });
}

const lineOf = ({ value, name, group, code }: Found, lastUsed: Day | null): FoundLine => ({
  ...{ value, name, group, code, lastUsed },
});
