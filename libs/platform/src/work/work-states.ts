import { type Actor, type AnyWorkflow, actorsOf, origins } from '#kernel';

/** The states that a person's posts can move a record on from, read from the table; steps that are nobody's daily work do not count. */
export function statesToMove(table: AnyWorkflow, { posts }: Actor): string[] {
  const held = posts.map(({ post }) => post);
  const mine = table.steps.filter((step) => !step.aside && actorsOf(step).some((post) => held.includes(post)));
  return [...new Set(mine.flatMap((step) => origins(step)))];
}

/** Label and tone of a state, as the table has them. */
export function wordOf(table: AnyWorkflow, state: string): { label: string; tone: string } {
  const found = table.states[state];
  return { label: found?.label ?? state, tone: found?.tone ?? '' };
}
