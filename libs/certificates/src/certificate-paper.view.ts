import { type Day, dayOf } from '#kernel';
import type { CertificateView, Sketch } from '#papers';
import type { Encumbrance } from '#rights';
import { type TransferFacts, dealView, landView, priceText, termsAgreed, transferModes } from '#transfers';
import type { CertificateChange } from './certificate-change.entity.js';
import { changeLine, contractsText, encumbranceLine, registrable, succeededLine } from './certificate.letter.js';

/** Who a certificate is made out to, as a paper names a party. */
export interface Holder {
  name: string;
  number: string;
  label: CertificateView['holderIdLabel'];
  representative: string;
  address: string;
}

/** A first certificate, from the recorded case (领域规则 3.15 的字段). */
export function firstCertificate(
  facts: TransferFacts,
  holder: Holder,
  issuer: string,
  sketch: Sketch | undefined,
  more: { encumbrances: readonly Encumbrance[]; stockNumber: string | undefined; issuedOn: Day },
): CertificateView {
  const deal = dealView(facts);
  const land = landView(facts, sketch);
  return {
    stockNumber: more.stockNumber,
    holder: holder.name,
    holderIdLabel: holder.label,
    holderId: holder.number,
    representative: holder.representative === holder.name ? undefined : holder.representative,
    address: holder.address === '' ? undefined : holder.address,
    mode: transferModes[facts.record.mode],
    contractNumber: facts.record.contractNumber ?? '',
    transferor: deal.transferor,
    issuer,
    contracts: contractsText(land.parcels),
    location: land.location,
    term: deal.term,
    use: deal.use,
    terms: termsAgreed(facts, 'certificate'),
    price: priceText(deal.priceFen),
    realEstate: registrable(facts),
    parcels: land.parcels,
    sketch,
    changes: [],
    encumbrances: more.encumbrances.map((each) => encumbranceLine(each)),
    issuedOn: more.issuedOn,
  };
}

/** The next certificate of the same right: what is true now, and how it came about. */
export function nextCertificate(
  before: CertificateView,
  changes: readonly CertificateChange[],
  old: { number: string; why: string; handler: string; rule: string },
  now: Date,
  more: { encumbrances: readonly Encumbrance[]; stockNumber: string | undefined },
): CertificateView {
  const today = dayOf(now);
  const own = changes.filter((change) => change.kind === 'change').map((change) => changeLine(change));
  return {
    ...before,
    stockNumber: more.stockNumber,
    changes: [
      ...before.changes,
      ...own,
      { day: today, item: succeededLine(old.why, old.number), basis: old.rule, by: old.handler },
    ],
    encumbrances: more.encumbrances.map((each) => encumbranceLine(each)),
    issuedOn: today,
  };
}
