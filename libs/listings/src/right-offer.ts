import { type Day, type FieldError, type RightKind, day, term, termExceedsYears, yuan } from '#kernel';
import { calledIn } from '#platform';
import { listingFaults as faults } from './listing.problems.js';
import { kindRules } from './right-kinds.rules.js';
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
export function rightFaults(kind: RightKind, input: RightOfferInput, today: Day): FieldError[] {
  const { fields, passes } = kindRules[kind];
  const foreign = rightFields.filter((name) => filled(input[name]) && !(name in fields));
  const missing = rightFields.filter((name) => fields[name] === 'must' && !filled(input[name]));
  return [
    ...foreign.map((name) => faults.foreignField(kind, name, labels.get(name) ?? name)),
    ...missing.map((name) => faults.missingField(kind, name, labels.get(name) ?? name)),
    ...(passes[input.mode] ? termFaults(kind, input) : [faults.noMode(kind, input.mode)]),
    ...(input.startsOn < today ? [faults.starts()] : []),
    ...(input.floorYuan && yuan(input.floorYuan) > yuan(input.priceYuan) ? [faults.floor(yuan(input.priceYuan))] : []),
  ];
}

function termFaults(kind: RightKind, { mode, startsOn, endsOn, expiresOn }: RightOfferInput): FieldError[] {
  const passing = kindRules[kind].passes[mode];
  if (passing?.forGood) return filled(endsOn) ? [faults.noTerm(mode)] : [];
  if (!endsOn || endsOn <= startsOn) return [faults.ends()];
  if (expiresOn && endsOn > expiresOn) return [faults.pastRight(day(expiresOn))];
  const most = passing?.most;
  return most && termExceedsYears(term(day(startsOn), day(endsOn)), most.years) ? [faults.tooLong(kind, most)] : [];
}
