import { type Day, dayOf, formatTerm, formatYuan, termMonths } from '#kernel';
import type { CertificateView, ParcelRow, Sketch } from '#papers';
import { type Encumbrance, termOf } from '#rights';
import { type TransferFacts, dealView, landView, termsAgreed } from '#transfers';
import { type CertificateChange, changeKinds } from './certificate-change.entity.js';
import { changeItems, isChangeItem } from './change-items.js';

/** Who a certificate is made out to, as a paper names a party. */
export interface Holder {
  name: string;
  number: string;
  label: '统一社会信用代码' | '公民身份号码';
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
    mode: deal.mode,
    contractNumber: facts.record.contractNumber ?? '',
    transferor: deal.transferor,
    issuer,
    contracts: contractsText(land.parcels),
    location: land.location,
    term: deal.term,
    use: deal.use,
    terms: termsAgreed(facts, 'certificate'),
    price: deal.price,
    realEstate: registrable(facts),
    parcels: land.parcels,
    sketch,
    changes: [],
    encumbrances: more.encumbrances.map((each) => encumbranceLine(each)),
    issuedOn: more.issuedOn,
  };
}

/** 五年以上的可以向登记机构申请登记；未经登记，不得对抗善意第三人（承包法第四十一条）。 */
function registrable({ term, parameters: { registrableYears } }: TransferFacts): string {
  return termMonths(term) >= registrableYears * 12
    ? `未办理；期限 ${registrableYears} 年以上，可以向登记机构申请（承包法第四十一条）`
    : '未办理';
}

function contractsText(parcels: readonly ParcelRow[]): string | undefined {
  const codes = [...new Set(parcels.flatMap((parcel) => (parcel.contractCode ? [parcel.contractCode] : [])))];
  if (codes.length === 0) return undefined;
  return codes.length === 1 ? codes[0] : `${codes[0]} 等 ${codes.length} 份（见地块表）`;
}

/** A line of the encumbrance record: mortgagee, amount and term, registered, released. */
export function encumbranceLine(each: Encumbrance): CertificateView['encumbrances'][number] {
  return {
    mortgagee: each.mortgageeName,
    amount: `${formatYuan(each.principalFen)} 元，${formatTerm(termOf(each.term))}`,
    registered: [each.registeredOn, each.registeredNumber].filter(Boolean).join(' ') || '未登记',
    released: each.overOn ?? '',
  };
}

/** A line of the change record that a new certificate carries over. */
export function changeLine(change: CertificateChange): CertificateView['changes'][number] {
  const item = isChangeItem(change.item)
    ? `${changeItems[change.item].label}：${change.before} → ${change.after}`
    : changeKinds[change.kind];
  return { day: change.day, item, basis: change.rule, by: change.handler };
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
      { day: today, item: `${old.why}，原证 ${old.number} 作废`, basis: old.rule, by: old.handler },
    ],
    encumbrances: more.encumbrances.map((each) => encumbranceLine(each)),
    issuedOn: today,
  };
}
