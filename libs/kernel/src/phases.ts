import { type State, type Step, origins } from './workflow.js';

/** As much of a workflow as is asked about its states. */
interface States<Name extends string, Phase extends string = string> {
  readonly states: Readonly<Record<Name, State<Phase>>>;
}

/** As much of a workflow as is asked about its steps. */
interface Steps<Name extends string, Action extends string> extends States<Name> {
  readonly first: Name;
  readonly steps: readonly Pick<Step<Name, Action>, 'from' | 'on' | 'to' | 'back'>[];
}

const namesOf = <Name extends string>(table: States<Name>): Name[] => Object.keys(table.states) as Name[];

/** The states of some phases, in the order of the table. */
export function statesIn<Name extends string, Phase extends string>(
  table: States<Name, Phase>,
  ...phases: NoInfer<Phase>[]
): readonly Name[] {
  const wanted: readonly (string | undefined)[] = phases;
  return namesOf(table).filter((name) => wanted.includes(table.states[name].phase));
}

/** Whether a state belongs to one of some phases; a state that the table does not know belongs to none. */
export function inPhase<Name extends string, Phase extends string>(
  table: States<Name, Phase>,
  state: string,
  ...phases: NoInfer<Phase>[]
): boolean {
  return (statesIn(table, ...phases) as readonly string[]).includes(state);
}

/** The states that are no end: somebody, or the clock, still has something to do. */
export function openStates<Name extends string>(table: States<Name>): readonly Name[] {
  return namesOf(table).filter((name) => !table.states[name].end);
}

export function isEnd<Name extends string>(table: States<Name>, state: NoInfer<Name>): boolean {
  return table.states[state].end ?? false;
}

/** The states that are over when their `dueAt` has come: the clock looks at these and at no other. */
export function timedStates<Name extends string>(table: States<Name>): readonly Name[] {
  return namesOf(table).filter((name) => table.states[name].lasts !== undefined || table.states[name].timed);
}

/** The states from which one of these steps starts. */
export function statesBefore<Name extends string, Action extends string>(
  table: Steps<Name, Action>,
  ...actions: NoInfer<Action>[]
): readonly Name[] {
  const found = new Set(table.steps.filter((step) => actions.includes(step.on)).flatMap((step) => origins(step)));
  return namesOf(table).filter((name) => found.has(name));
}

/** Whether a step by this name goes back; an action that the table does not know does not. */
export function goesBack<Name extends string, Action extends string>(
  table: Steps<Name, Action>,
  action: string,
): boolean {
  return table.steps.some((step) => step.on === action && step.back === true);
}

/** The way of a record that nothing holds up: from each state the first step that neither goes back nor ends it. */
export function mainPath<Name extends string, Action extends string>(table: Steps<Name, Action>): readonly Name[] {
  const path: Name[] = [table.first];
  for (let here: Name | undefined = table.first; here !== undefined;) {
    const at: Name = here;
    here = table.steps
      .filter((step) => !step.back && origins(step).includes(at))
      .map((step) => step.to)
      .find((to): to is Name => to !== 'same' && to !== 'before' && !table.states[to].end && !path.includes(to));
    if (here !== undefined) path.push(here);
  }
  return path;
}
