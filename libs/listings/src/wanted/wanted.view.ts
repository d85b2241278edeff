import { type Actor, reaches, rightKinds, speaksFor } from '#kernel';
import {
  type FormAct,
  type HistoryLine,
  type Of,
  historyLineOf,
  historyView,
  offerOf,
  offerView,
  stateWords,
  value,
  view,
} from '#platform';
import { plannedUses } from '#rights';
import { priceUnits } from '../right-kinds.words.js';
import type { Fit } from './wanted.queries.js';
import type { WantedFacts } from './wanted.rules.js';
import { fitReasons, wantedLabels, wantedParts as parts, wanterKinds } from './wanted.words.js';
import { wantedWorkflow } from './wanted.workflow.js';

const { fields } = wantedLabels;

/** A lot and an advertisement that fit, with what was asked and what there is. */
export const fitView = view('Fit', {
  wantedId: value.id(parts.match.wanted),
  wantedNumber: value.maybe(value.text(fields.number)),
  wantedPlace: value.text(fields.place),
  listingId: value.id(parts.match.lot),
  place: value.text(parts.match.place),
  thing: value.maybe(value.text(parts.match.thing)),
  areaMu: value.maybe(value.mu(parts.match.areaMu)),
  areaFrom: value.maybe(value.mu(fields.areaFrom)),
  areaTo: value.maybe(value.mu(fields.areaTo)),
  lotPriceFen: value.fen(parts.match.priceFen),
  priceFen: value.maybe(value.fen(fields.priceFen)),
  priceUnit: value.code(priceUnits, fields.priceUnit),
  years: value.count(parts.match.years),
  yearsLeast: value.maybe(value.count(fields.yearsLeast)),
  reasons: value.many(value.code(fitReasons), parts.match.reasons),
});

/** What somebody looks for, to everybody once it is published; no name of a person, no number. */
export const wantedView = view(
  'Wanted',
  {
    id: value.id(),
    revision: value.count(),
    number: value.maybe(value.text(fields.number)),
    state: value.code(stateWords(wantedWorkflow), fields.state),
    kind: value.code(rightKinds, fields.kind),
    place: value.text(fields.place),
    wanter: value.text(fields.wanter),
    wanterKind: value.code(wanterKinds, fields.wanterKind),
    areaFrom: value.maybe(value.mu(fields.areaFrom)),
    areaTo: value.maybe(value.mu(fields.areaTo)),
    landClass: value.maybe(value.text(fields.landClass)),
    purpose: value.maybe(value.code(plannedUses, fields.purpose)),
    priceFen: value.maybe(value.fen(fields.priceFen)),
    priceUnit: value.code(priceUnits, fields.priceUnit),
    yearsLeast: value.maybe(value.count(fields.yearsLeast)),
    remark: value.text(parts.remark),
    reason: value.maybe(value.text(parts.reason)),
    publishedAt: value.maybe(value.moment(fields.publishedAt)),
    endsOn: value.maybe(value.day(fields.endsOn)),
    own: value.flag(parts.own),
    matches: value.many(fitView, parts.matches),
    acts: value.many(offerView),
    history: value.many(historyView),
  },
  parts.title,
);
export type WantedView = Of<typeof wantedView>;

export function wantedOf(
  { record, belongsTo }: WantedFacts,
  found: { matches: readonly Fit[]; history: readonly HistoryLine[]; acts: readonly FormAct[] },
  me: Actor,
): WantedView {
  const { id, revision, number, state, kind, place, wanter, wanterKind, areaFrom, areaTo, landClass, purpose } = record;
  const { priceFen, priceUnit, yearsLeast, remark, reason, publishedAt, endsOn } = record;
  const own = speaksFor(me) !== null && belongsTo(me);
  return {
    ...{ id, revision, number, state, kind, place, wanter, wanterKind, areaFrom, areaTo, landClass, purpose },
    ...{ priceFen, priceUnit, yearsLeast, remark, publishedAt, endsOn, own },
    reason: own || reaches(me, record.officeCode) ? reason : null,
    matches: found.matches,
    acts: found.acts.map(offerOf),
    history: found.history.map(historyLineOf),
  };
}
