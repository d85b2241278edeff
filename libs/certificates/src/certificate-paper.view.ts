import { type Day, dayOf, termMonths } from '#kernel';
import type { CertificateView, ParcelRow, Sketch } from '#papers';
import { type Encumbrance, termOf } from '#rights';
import { type TransferFacts, dealView, landView, termsAgreed, transferModes } from '#transfers';
import type { CertificateChange } from './certificate-change.entity.js';
import type { ChangeKind } from './certificate.words.js';

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
  const contracts = contractCodes(land.parcels);
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
    contractCode: contracts[0],
    contractCount: contracts.length,
    location: land.location,
    term: deal.term,
    use: deal.use,
    terms: termsAgreed(facts, 'certificate'),
    priceFen: deal.priceFen,
    realEstate: '',
    registrableYears: registrable(facts),
    parcels: land.parcels,
    sketch,
    changes: [],
    encumbrances: more.encumbrances.map((each) => carriedMortgage(each)),
    issuedOn: more.issuedOn,
  };
}

/** 五年以上的可以向登记机构申请登记；未经登记，不得对抗善意第三人（承包法第四十一条）。 */
const registrable = ({ term, parameters: { registrableYears } }: TransferFacts): number | null =>
  termMonths(term) >= registrableYears * 12 ? registrableYears : null;

/** The codes of the households' contracts, each once. */
export const contractCodes = (parcels: readonly ParcelRow[]): string[] => [
  ...new Set(parcels.flatMap(({ contractCode }) => (contractCode ? [contractCode] : []))),
];

/** A line of the encumbrance record: mortgagee, amount and term, registered, released. */
function carriedMortgage(each: Encumbrance): CertificateView['encumbrances'][number] {
  const { mortgageeName: mortgagee, principalFen, registeredOn, registeredNumber, overOn } = each;
  const { start: from, end: to } = termOf(each.term);
  return { mortgagee, principalFen, term: { from, to }, registeredOn, registeredNumber, overOn };
}

/** A line of the change record that a new certificate carries over. */
export const carriedChange = (change: CertificateChange): CertificateView['changes'][number] => {
  const { day, kind, item: part, before, after, rule: basis, handler: by } = change;
  return { day, kind, part, before, after, basis, by };
};

/** The next certificate of the same right: what is true now, and how it came about. */
export function nextCertificate(
  before: CertificateView,
  changes: readonly CertificateChange[],
  old: { number: string; kind: ChangeKind; handler: string; rule: string },
  now: Date,
  more: { encumbrances: readonly Encumbrance[]; stockNumber: string | undefined },
): CertificateView {
  const today = dayOf(now);
  const own = changes.filter((change) => change.kind === 'change').map((change) => carriedChange(change));
  return {
    ...before,
    stockNumber: more.stockNumber,
    changes: [
      ...before.changes,
      ...own,
      { day: today, kind: old.kind, follows: old.number, basis: old.rule, by: old.handler },
    ],
    encumbrances: more.encumbrances.map((each) => carriedMortgage(each)),
    issuedOn: today,
  };
}
