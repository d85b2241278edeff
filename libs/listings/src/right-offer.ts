import { type Day, type FieldError, type RightKind, day, term, termExceedsYears, yuan } from '#kernel';
import { type Sound, calledIn, isFaulty } from '#platform';
import { listingFaults as faults } from './listing.problems.js';
import { kindRules } from './right-kinds.rules.js';
import type { PassingMode } from './right-kinds.words.js';
import { RightFields, type RightField, type RightOfferInput } from './right.input.js';

/** Its own fields as they are kept: those its kind has, under their names. */
export type OwnFields = RightFields;

const labels = new Map(calledIn(RightFields).map(({ name, label }) => [name, label]));
export const rightFields = [...labels.keys()] as readonly RightField[];
const filled = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

export function ownOf(kind: RightKind, input: RightFields): OwnFields {
  const { fields } = kindRules[kind];
  return Object.fromEntries(
    rightFields.flatMap((name) => (name in fields && filled(input[name]) ? [[name, input[name]]] : [])),
  );
}

/** Everything that is wrong with a right as it is offered, each thing at its field. */
export function rightFaults(kind: RightKind, input: Sound<RightOfferInput>, today: Day): FieldError[] {
  const { fields, passes } = kindRules[kind];
  const foreign = rightFields.filter((name) => filled(input[name]) && !(name in fields));
  const missing = rightFields.filter(
    (name) => fields[name] === 'must' && !filled(input[name]) && !isFaulty(input, name),
  );
  const { mode, startsOn, priceYuan, floorYuan } = input;
  return [
    ...foreign.map((name) => faults.foreignField(kind, name, labels.get(name) ?? name)),
    ...missing.map((name) => faults.missingField(kind, name, labels.get(name) ?? name)),
    ...(mode === undefined ? [] : passes[mode] ? termFaults(kind, mode, input) : [faults.noMode(kind, mode)]),
    ...(startsOn && startsOn < today ? [faults.starts()] : []),
    ...(floorYuan && priceYuan && yuan(floorYuan) > yuan(priceYuan) ? [faults.floor(yuan(priceYuan))] : []),
  ];
}

function termFaults(kind: RightKind, mode: PassingMode, input: Sound<RightOfferInput>): FieldError[] {
  const { startsOn, endsOn, expiresOn } = input;
  const passing = kindRules[kind].passes[mode];
  if (passing?.forGood) return filled(endsOn) ? [faults.noTerm(mode)] : [];
  if (isFaulty(input, 'endsOn') || !startsOn) return [];
  if (!endsOn || endsOn <= startsOn) return [faults.ends()];
  if (expiresOn && endsOn > expiresOn) return [faults.pastRight(day(expiresOn))];
  const most = passing?.most;
  return most && termExceedsYears(term(day(startsOn), day(endsOn)), most.years) ? [faults.tooLong(kind, most)] : [];
}
