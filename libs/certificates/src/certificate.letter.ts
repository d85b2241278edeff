import { formatTerm, formatYuan, termMonths } from '#kernel';
import type { CertificateView, ParcelRow } from '#papers';
import { type Encumbrance, termOf } from '#rights';
import type { TransferFacts } from '#transfers';
import type { CertificateChange } from './certificate-change.entity.js';
import { changeKinds, issueWords, itemWords } from './certificate.words.js';
import { isChangeItem } from './change-items.js';

/** 五年以上的可以向登记机构申请登记；未经登记，不得对抗善意第三人（承包法第四十一条）。 */
export function registrable({ term, parameters: { registrableYears } }: TransferFacts): string {
  return termMonths(term) >= registrableYears * 12
    ? `未办理；期限 ${registrableYears} 年以上，可以向登记机构申请（承包法第四十一条）`
    : '未办理';
}

/** The codes of the households' contracts in one line. */
export function contractsText(parcels: readonly ParcelRow[]): string | undefined {
  const codes = contractCodes(parcels);
  if (codes.length === 0) return undefined;
  return codes.length === 1 ? codes[0] : `${codes[0]} 等 ${codes.length} 份（见地块表）`;
}

export const contractCodes = (parcels: readonly ParcelRow[]): string[] => [
  ...new Set(parcels.flatMap(({ contractCode }) => (contractCode ? [contractCode] : []))),
];

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
    ? `${itemWords[change.item]}：${change.before || '（空）'} → ${change.after}`
    : changeKinds[change.kind];
  return { day: change.day, item, basis: change.rule, by: change.handler };
}

/** How a certificate tells of the one before it. */
export const succeededLine = (why: string, number: string): string => `${why}，原证 ${number} 作废`;
export const anewLine = (number: string): string => `${issueWords.anew}，原证 ${number} 已撤销`;
