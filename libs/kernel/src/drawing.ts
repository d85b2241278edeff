import { stepTargets } from './drawing.words.js';
import { posts } from './post.js';
import { type AnyWorkflow, actorsOf, origins } from './workflow.js';

/** A workflow as `docs/workflows.md` shows it: a mermaid diagram and a row for each arrow, from the table itself. */
export function drawWorkflow(table: AnyWorkflow): string {
  return [
    `## ${table.label} \`${table.kind ?? table.subject}\``,
    '',
    ...diagram(table),
    '',
    ...grid(table),
    '',
    ...limits(table),
  ]
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

/** One row an arrow: from which state with its phase, by which step, where it leads, who may take it, what must hold, and how it stands. */
function grid(table: AnyWorkflow): string[] {
  const head = ['From', 'Step', 'To', 'By', 'Needs', ''];
  const rows = Object.entries(table.states).flatMap(([name, { label, phase }]) =>
    table.steps
      .filter((step) => origins(step).includes(name))
      .map((step) => [`${label} \`${name}\`${phase === undefined ? '' : ` ${phase}`}`, ...cells(table, step)]),
  );
  return [head, head.map(() => '---'), ...rows].map((each) => `| ${each.join(' | ')} |`);
}

function cells(table: AnyWorkflow, step: AnyWorkflow['steps'][number]): string[] {
  const where =
    step.to === 'same' || step.to === 'before' ? stepTargets[step.to] : (table.states[step.to]?.label ?? step.to);
  return [
    `${step.label} \`${step.on}\``,
    where,
    actorsOf(step)
      .map((post) => posts[post].label)
      .join('、'),
    (step.needs ?? []).map((rule: { name: string }) => `\`${rule.name}\``).join(', '),
    [...(step.aside ? ['aside'] : []), ...(step.back ? ['back'] : [])].join(', '),
  ];
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
