import type { Calendar } from '#kernel';
import { type OpenStep, actHere, dueView, formOf, whyView } from '#platform';
import { inspectionActs, measured, surveyorChoices, valuesOf } from './inspection.acts.js';
import { SurveyorsInput } from './inspection.input.js';
import { sides } from './inspection.words.js';
import type { SurveySeen } from './inspection.view.js';
import type { InspectionParcel } from './inspection-parts.entities.js';
import type { InspectionFacts } from './inspection.rules.js';

/** What only the page of a survey needs: its forms, and its deadline in words. */
export function surveyPage({ facts, running, acts }: SurveySeen, calendar: Calendar, now: Date) {
  const { complete, name, photograph, find } = Object.fromEntries(acts.map((act) => [act.action, act]));
  const fields = formOf(SurveyorsInput, { choices: surveyorChoices(facts) });
  return {
    due: running && dueView(running, now, calendar, 1),
    why: running && whyView(running),
    forms: name ? { name: { ...name, fields }, photograph, find } : null,
    acts: complete ? [complete] : [],
    sides: { asked: facts.neighbours.length, all: facts.parcels.length * Object.keys(sides).length },
    values: valuesOf(facts),
  };
}

/** The forms of one parcel in the field. */
export function surveyParcelPage(
  facts: InspectionFacts,
  steps: readonly OpenStep[],
  parcel: InspectionParcel,
  known: Readonly<Record<string, string>>,
) {
  const at = { code: parcel.parcelCode };
  return {
    forms: {
      measure: actHere(inspectionActs, facts, steps, 'measure', at),
      around: actHere(inspectionActs, facts, steps, 'ask_around', at),
      ask: actHere(inspectionActs, facts, steps, 'ask', at),
    },
    values: { ...measured(parcel), ...known },
  };
}
