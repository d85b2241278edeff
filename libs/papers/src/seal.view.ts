import { type Of, value, view } from '#platform';
import { sealLabels as labels } from './paper.words.js';
import type { Seal } from './seal.entity.js';

/** A seal in the register; in use while it has no last day. */
export const sealView = view('Seal', {
  id: value.id(),
  officeCode: value.text(labels.officeCode),
  officeName: value.text(labels.officeName),
  foot: value.text(labels.foot),
  validFrom: value.day(labels.validFrom),
  validTo: value.maybe(value.day(labels.validTo)),
  registeredBy: value.text(labels.registeredBy),
});

export const sealsView = view('SealRegister', { seals: value.many(sealView, labels.title) });
export type Seals = Of<typeof sealsView>;

export const sealOf = (seal: Seal): Of<typeof sealView> => {
  const { id, officeCode, officeName, foot, validFrom, validTo, registeredBy } = seal;
  return { id, officeCode, officeName, foot, validFrom, validTo, registeredBy };
};
