import { type Actor, type WorkflowFacts } from '#kernel';
import { type FormAct, formAct } from '../form-fields.js';
import type { OpenStep } from '../steps.js';
import { type ActTable, type HelpRow, rowsOf, tablesOf, wordsIn } from './act-table.js';

/**
 * What this reader may do with a record, as its page draws it: first what helps it on, then its steps, last what is seldom.
 * A step that cannot be taken stands there with what is in its way.
 */
export function offersOf<Facts extends WorkflowFacts>(
  table: ActTable<Facts>,
  facts: Facts,
  steps: readonly OpenStep[],
  me: Actor,
  now: Date,
): FormAct[] {
  const at = `/${table.things}/${facts.record.id}`;
  const tables = tablesOf(table);
  const helps = tables
    .flatMap(rowsOf)
    .flatMap(({ action, help }) =>
      help && !help.noun.includes(':') && help.when(facts, me, now) ? [{ action, help }] : [],
    );
  const offered = (last: boolean): FormAct[] =>
    helps
      .filter(({ help }) => (help.last ?? false) === last)
      .map(({ action, help }) => helpAct(at, action, help, facts));
  return [...offered(false), ...steps.flatMap((step) => stepAct(at, tables, step)), ...offered(true)];
}

function stepAct<Facts extends WorkflowFacts>(
  at: string,
  tables: readonly ActTable<Facts>[],
  step: OpenStep,
): FormAct[] {
  const row = tables.map((table) => table.steps[step.action]).find((each) => each !== undefined);
  if (!row) return [];
  const { action, label, tone, enabled, blockers, hint } = step;
  const method = row.asks || step.confirm !== null ? 'get' : 'post';
  return [formAct({ action, label, tone, enabled, blockers, hint, method, href: `${at}/${row.noun}` })];
}

function helpAct<Facts extends WorkflowFacts>(
  at: string,
  action: string,
  help: HelpRow<string, Facts, object>,
  facts: Facts,
): FormAct {
  const method = help.asks || help.confirm ? 'get' : 'post';
  const { tone = 'quiet' } = help;
  const [label, hint] = [wordsIn(help.label, facts), wordsIn(help.hint ?? '', facts)];
  return formAct({ action, label, hint, tone, method, href: `${at}/${help.noun}` });
}
