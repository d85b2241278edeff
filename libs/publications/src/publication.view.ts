import { mu } from '#kernel';
import { type Of, value, view } from '#platform';
import type { PublicText } from './publication.entity.js';
import { textLabels as labels } from './publication.words.js';

/** A line of a text: what, and how it was written. */
export const factView = view('PublicFact', {
  label: value.text(labels.label),
  value: value.text(labels.value),
  material: value.flag(labels.material),
});

/** The words of a text as they were approved and fingerprinted; its parcels stand beside it. */
export const publicTextView = view(
  'PublicText',
  {
    title: value.text(labels.title),
    facts: value.many(factView, labels.facts),
    paragraphs: value.many(value.text(), labels.paragraphs),
  },
  labels.whole,
);

const { parcel } = labels;

/** A parcel of a public text. */
export const publicParcelView = view('PublicParcel', {
  number: value.count(parcel.number),
  contractor: value.maybe(value.text(parcel.contractor)),
  name: value.text(parcel.name),
  code: value.text(parcel.code),
  bounds: value.maybe(value.text(parcel.bounds)),
  areaMu: value.mu(parcel.areaMu),
  registeredMu: value.maybe(value.mu(parcel.registeredMu)),
  surveyedMu: value.maybe(value.mu(parcel.surveyedMu)),
});

export const publicTextOf = ({ title, facts, paragraphs }: PublicText): Of<typeof publicTextView> => ({
  ...{ title, facts, paragraphs },
});

export const publicParcelsOf = ({ parcels }: PublicText): Of<typeof publicParcelView>[] =>
  parcels.map(({ number, contractor, name, code, bounds, area, registered, surveyed }) => ({
    ...{ number, name, code },
    contractor: contractor || null,
    bounds: bounds || null,
    areaMu: mu(area),
    registeredMu: registered ? mu(registered) : null,
    surveyedMu: surveyed === '' ? null : mu(surveyed),
  }));
