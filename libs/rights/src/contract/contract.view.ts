import { type Of, value, view } from '#platform';
import { recordLabels } from '../register.words.js';

const { contract: labels, parcel } = recordLabels;

/** One contract of a chain: what it follows, whose it is, from when to when. */
export const chainLinkView = view('ChainedContract', {
  id: value.id(),
  code: value.text(labels.code),
  contractor: value.text(parcel.contractor),
  termFrom: value.day(labels.termFrom),
  termTo: value.day(labels.termTo),
  signedOn: value.maybe(value.day(labels.signedOn)),
  areaMu: value.mu(labels.areaMu),
  follows: value.maybe(value.text(labels.follows)),
});
export type ChainedContract = Of<typeof chainLinkView>;
