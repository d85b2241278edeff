import { Injectable } from '@nestjs/common';
import { type Actor, type Workflow, type WorkflowFacts, actorsOf } from '#kernel';
import { type OpenStep, checkActor, findStep, mayTake, offered, stepsFrom } from './step-rules.js';

export type { OpenStep } from './step-rules.js';

/** Which steps stand open to whom; they are taken by acts. */
@Injectable()
export class Steps {
  /** The steps this person has here, each with what stands in its way. */
  open<StateName extends string, Action extends string, Facts extends WorkflowFacts>(
    table: Workflow<StateName, Action, Facts>,
    facts: Facts,
    actor: Actor,
    now: Date,
  ): OpenStep[] {
    return stepsFrom(table, facts.record.state)
      .filter((step) => mayTake(step, facts, actor) && !actorsOf(step).includes('clock'))
      .map((step) => offered(step, facts, actor, now));
  }

  /**
   * One step as it stands for this person, whether it can be taken or not; refuses `step-not-open` and `not-your-step` as
   * taking it would.
   */
  stepFor<StateName extends string, Action extends string, Facts extends WorkflowFacts>(
    table: Workflow<StateName, Action, Facts>,
    facts: Facts,
    action: Action,
    actor: Actor,
    now: Date,
  ): OpenStep {
    const step = findStep(table, facts, action, actor, now);
    checkActor(step, facts, actor);
    return offered(step, facts, actor, now);
  }
}
