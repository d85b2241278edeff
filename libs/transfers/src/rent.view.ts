import { value, view } from '#platform';
import type { RentInKind } from './rent.rules.js';
import { rentKinds, rentParts as labels } from './rent.words.js';

/** A rent in goods, as pages and programs get it beside the price, which is then its equivalent in money. */
export const rentInKindView = view('RentInKind', {
  kind: value.code<RentInKind['kind']>({ goods: rentKinds.goods, converted: rentKinds.converted }, labels.kind),
  crop: value.text(labels.crop),
  kgPerMu: value.text(labels.kgPerMu),
  priceSource: value.text(labels.priceSource),
  priceDay: value.text(labels.priceDay),
});
