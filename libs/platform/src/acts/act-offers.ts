import type { Type } from '@nestjs/common';
import type { Actor, RecordFacts } from '#kernel';
import { asksScans, formOf } from '../fields/form-of.js';
import { type FormAct, type FormField, formAct } from '../form-fields.js';
import { type OpenStep, blockersOf } from '../step-rules.js';
import { type NamedRow, addressOf, askedAt, isOffered, ownWords, rowsOf, stepsOf, wordsIn } from './act-rows.js';
import type { ActPath, ActTable, HelpRow, StepRow } from './act-table.js';
import { tablesOf } from './declared-acts.js';
import { freshSaid } from './said.acts.js';

/**
 * What this reader may do with a record, as its page draws it: first what helps it on, then its steps, last what is seldom.
 * A step that cannot be taken stands there with what is in its way. What is done to a part of a record (`disbursements/:disbursement`)
 * stands beside that part: `actHere`.
 */
export function offersOf<Facts extends RecordFacts>(
  table: ActTable<Facts>,
  facts: Facts,
  steps: readonly OpenStep[],
  me: Actor,
  now: Date,
): FormAct[] {
  const whole = tablesOf(table)
    .flatMap(rowsOf)
    .filter(({ row }) => !row.noun.includes(':'));
  const helps = whole.flatMap(({ action, help }) =>
    help && isOffered(help, facts, me, now) ? [{ action, help }] : [],
  );
  const offered = (last: boolean): FormAct[] =>
    helps
      .filter(({ help }) => (help.last ?? false) === last)
      .map(({ action, help }) => helpAct(table, facts, { action, help }, me, now));
  return ownIds([...offered(false), ...stepActs(table, facts, whole, steps), ...offered(true)]);
}

/**
 * An act whose form stands on a page of the record, beside the part that its address names; null where this reader has no such
 * step.
 */
export function actHere<Facts extends RecordFacts>(
  table: ActTable<Facts>,
  facts: Facts,
  steps: readonly OpenStep[],
  action: string,
  at: ActPath = {},
): FormAct | null {
  const named = tablesOf(table)
    .flatMap(rowsOf)
    .find((each) => each.action === action);
  const step = named && steps.find((each) => stepsOf(named).includes(each.action));
  if (!named || !step) return null;
  const act = stepAct(table, facts, named, step, at);
  return { ...act, action: [action, ...Object.values(at)].join('-') };
}

/**
 * On a page with several forms each control has an id of its own: the first of a name keeps it, so that what is said of a
 * fault leads there. `taken` are the ids in use, and grows.
 */
export function ownIds(acts: readonly FormAct[], taken: Set<string> = new Set()): FormAct[] {
  const own = (act: FormAct, field: FormField): FormField => {
    const id = taken.has(field.id) ? `${act.action}-${field.name}` : field.id;
    taken.add(id);
    return { ...field, id };
  };
  return acts.map((act) => ({ ...act, fields: act.fields.map((field) => own(act, field)) }));
}

/** That the act asks for a fresh second factor, and what that costs. */
export const asksAgain = ({ asks }: { asks?: Type<object> | undefined }): string =>
  freshSaid.asks + (asks && asksScans(asks) ? freshSaid.scans : '');

/** In the order of the steps; an act that takes one of several stands there once. */
function stepActs<Facts extends RecordFacts>(
  table: ActTable<Facts>,
  facts: Facts,
  rows: readonly NamedRow<Facts>[],
  steps: readonly OpenStep[],
): FormAct[] {
  const acts = new Map<string, FormAct>();
  for (const step of steps)
    for (const named of rows.filter((each) => stepsOf(each).includes(step.action)))
      if (!acts.has(named.action)) acts.set(named.action, stepAct(table, facts, named, step));
  return [...acts.values()];
}

function stepAct<Facts extends RecordFacts>(
  table: ActTable<Facts>,
  facts: Facts,
  { action, row }: NamedRow<Facts>,
  step: OpenStep,
  at: ActPath = {},
): FormAct {
  const { label, hint } = { ...step, ...ownWords(row, facts) };
  const { tone, enabled, blockers } = step;
  const href = (noun: string): string => addressOf(table, facts.record.id, noun, at);
  return drawn({ action, label, hint, tone, enabled, blockers }, href, row, step.confirm !== null);
}

function helpAct<Facts extends RecordFacts>(
  table: ActTable<Facts>,
  facts: Facts,
  { action, help }: { action: string; help: HelpRow<string, Facts, object> },
  me: Actor,
  now: Date,
): FormAct {
  const { tone = 'quiet' } = help;
  const [label, hint] = [wordsIn(help.label, facts), wordsIn(help.hint ?? '', facts)];
  const blockers = blockersOf(help, facts, me, now);
  const href = (noun: string): string => addressOf(table, facts.record.id, noun);
  const said = { action, label, hint, tone, enabled: blockers.length === 0, blockers };
  return drawn(said, href, help, help.confirm !== undefined);
}

/** With its form where that stands here, else as a link to it; what asks nothing is pressed at once. */
function drawn(
  words: Omit<Parameters<typeof formAct>[0], 'href'>,
  hrefOf: (noun: string) => string,
  row: Pick<StepRow<string, RecordFacts, object>, 'noun' | 'listed' | 'asks' | 'here' | 'fresh'>,
  confirms: boolean,
): FormAct {
  const { asks, here, fresh } = row;
  const pressed = (!asks && !confirms) || here === true;
  const said = { ...words, href: hrefOf(pressed || here ? row.noun : askedAt(row)) };
  const hint = [said.hint ?? '', ...(fresh && pressed ? [asksAgain({ asks })] : [])].join('');
  if (!asks || !here) return formAct({ ...said, hint, method: pressed ? 'post' : 'get' });
  return formAct({ ...said, hint, fields: formOf(asks), multipart: asksScans(asks) });
}

/** What the timeline of a record tells of acts that move no state, by their keys. */
export function toldIn<Facts extends RecordFacts>(table: ActTable<Facts>): ReadonlyMap<string, 'each' | 'summed'> {
  const rows = tablesOf(table).flatMap(rowsOf);
  return new Map(rows.flatMap(({ action, help }) => (help?.told ? [[action, help.told] as const] : [])));
}
