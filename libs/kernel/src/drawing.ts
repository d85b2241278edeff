import { posts } from './post.js';
import { type AnyWorkflow, actorsOf, origins } from './workflow.js';

/** A workflow as `docs/workflows.md` shows it: a mermaid diagram and a grid of states and steps, from the table itself. */
export function drawWorkflow(table: AnyWorkflow): string {
  return [`## ${table.label} \`${table.subject}\``, '', ...diagram(table), '', ...grid(table), '', ...limits(table)]
    .join('\n')
    .trimEnd();
}

function diagram(table: AnyWorkflow): string[] {
  const states = Object.entries(table.states);
  const names = states.map(([name, state]) => `  state "${state.label}" as ${name}`);
  const arrows = table.steps.flatMap((step) =>
    origins(step)
      .filter(() => step.to !== 'same' && step.to !== 'before')
      .map((from) => `  ${from} --> ${step.to}: ${step.label}`),
  );
  const ends = states.filter(([, state]) => state.end).map(([name]) => `  ${name} --> [*]`);
  return [
    '```mermaid',
    'stateDiagram-v2',
    '  direction TB',
    ...names,
    `  [*] --> ${table.first}`,
    ...arrows,
    ...ends,
    '```',
  ];
}

/** One row a state with its phase, one column a step: where it leads, who may take it, and whether it stands aside or goes back. */
function grid(table: AnyWorkflow): string[] {
  const actions = [...new Set(table.steps.map((step) => step.on))];
  const head = ['State', ...actions.map((action) => `\`${action}\``)];
  const rows = Object.entries(table.states).map(([name, state]) => [
    [`${state.label} \`${name}\``, ...(state.phase === undefined ? [] : [state.phase])].join('<br>'),
    ...actions.map((action) => cell(table, name, action)),
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

function cell(table: AnyWorkflow, from: string, action: string): string {
  const step = table.steps.find((each) => each.on === action && origins(each).includes(from));
  if (!step) return '';
  const where =
    step.to === 'same' ? '同一状态' : step.to === 'before' ? '原状态' : (table.states[step.to]?.label ?? step.to);
  const who = actorsOf(step).map((post) => posts[post].label);
  const needs = (step.needs ?? []).map((rule) => `\`${rule.name}\``);
  const marks = [...(step.aside ? ['aside'] : []), ...(step.back ? ['back'] : [])];
  return [
    `→ ${where}`,
    who.join('、'),
    ...(needs.length > 0 ? [`needs ${needs.join(', ')}`] : []),
    ...(marks.length > 0 ? [marks.join(', ')] : []),
  ].join('<br>');
}

function limits(table: AnyWorkflow): string[] {
  return Object.values(table.states).flatMap((state) => {
    const until = state.untilClose ? ' until close of business' : '';
    const basis = state.basis === undefined ? '' : ` ${state.basis}`;
    if (state.within !== undefined)
      return [`- ${state.label}: the office has \`${state.within}\` working days${until}.${basis}`];
    if (state.lasts !== undefined)
      return [`- ${state.label}: runs \`${state.lasts}\` working days${until}, then the clock moves it.${basis}`];
    return [];
  });
}
