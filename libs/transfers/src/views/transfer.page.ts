import type { Actor, Calendar } from '#kernel';
import { dueView, whyView } from '#platform';
import type { MapView } from '#rights';
import { furtherTerms } from '../agreed.js';
import { inKind } from '../rent.rules.js';
import { checkHints } from '../transfer.steps.input.js';
import { saidOfParts } from '../transfer.parts.js';
import type { TransferSeen } from './transfer.view.js';
import { statesAhead } from './timeline.view.js';

/** What is drawn beside the answer. */
export interface TransferDrawn {
  map: MapView | null;
  calendar: Calendar;
}

/** What only the page of a case needs: its acts as buttons, its deadline in words, what the inputs call their fields. */
export function transferPage(
  { facts, acts, deadline, papers, notice }: TransferSeen,
  drawn: TransferDrawn,
  reader: Actor,
  now: Date,
) {
  const complete = facts.consents.filter(({ members }) => members.every((each) => !each.coRight || each.consented));
  return {
    acts,
    due: deadline && dueView(deadline, now, drawn.calendar, 1),
    why: deadline && whyView(deadline),
    rentInKind: inKind(facts.record.rent),
    further: [...furtherTerms(facts.record), ...saidOfParts(facts)],
    application: papers.findLast(({ kind, voidedAt }) => kind === 'application' && voidedAt === null)?.id ?? '',
    map: drawn.map,
    surveyed: facts.surveyed.measuredMu,
    complete: {
      households: complete.length,
      people: complete.flatMap(({ members }) => members.filter((each) => each.coRight)).length,
    },
    hints: checkHints,
    noticeDue: notice?.due ?? null,
    opensSurvey: reader.kind === 'staff',
    ahead: statesAhead(facts.record.state),
  };
}
