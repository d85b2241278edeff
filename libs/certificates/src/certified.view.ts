import { value } from '#platform';
import { rentInKindView } from '#transfers';
import { partLabels as labels } from './certificate.words.js';

/** What a certificate says of the right: the same to its holder, to the office, and to a stranger who checks it. */
export const certified = {
  mode: value.text(labels.mode),
  contractNumber: value.text(labels.contractNumber),
  transferor: value.text(labels.transferor),
  issuer: value.text(labels.issuer),
  location: value.text(labels.location),
  areaMu: value.mu(labels.areaMu),
  termStart: value.day(labels.termStart),
  termEnd: value.day(labels.termEnd),
  use: value.text(labels.use),
  priceFen: value.maybe(value.fen(labels.priceFen)),
  rentInKind: value.maybe(rentInKindView),
  /** Its words, on certificates of before. */
  price: value.maybe(value.text(labels.price)),
  realEstate: value.maybe(value.text(labels.realEstate)),
  registrableYears: value.maybe(value.count(labels.registrableYears)),
};
