import { type Fen, type Term, formatMu, formatTerm, formatYuan, sumDisplayed } from '#kernel';
import type { PartyView } from '#parties';
import { plannedUses } from '#rights';
import { partText } from './deal.letter.js';
import type { TransferFacts } from './transfer.facts.js';
import { type ContractPermit, contractPermits } from './transfer.input.js';
import { rentText } from './rent.letter.js';
import { transferModes } from './transfer.words.js';
import type { ParcelFact } from './transfers.queries.js';

type Terms = Pick<TransferFacts, 'record' | 'term' | 'takerCode'> & {
  parcels: readonly Pick<ParcelFact, 'grantorId' | 'name' | 'code' | 'whole' | 'side' | 'areaMu'>[];
};

/**
 * The very words that are shown or read aloud before a member consents; their hash is kept with the consent, so that no
 * template says them, which a county may reword. They name
 * all that a notice would have to be given anew for (地块、面积、当事人、价款、期限、方式、用途): who agreed to other words
 * has not agreed to these.
 */
export function consentText(deal: Terms, householdId: string): string {
  return textOf(deal, householdId, deal.takerCode);
}

/** Every wording by which these terms were ever consented to: the taker had our own mark where he now has what he is known by. */
export const consentTexts = (deal: Terms, householdId: string): readonly string[] => [
  consentText(deal, householdId),
  textOf(deal, householdId, `登记号 ${deal.record.transfereeId.slice(0, 8)}`),
];

/** By what a person knows a party: the code of a body or a household, the end of his own number. */
export function knownBy({ kind, code, contractorCode }: Pick<PartyView, 'kind' | 'code' | 'contractorCode'>): string {
  if (kind === 'household') return `承包方代码 ${contractorCode}`;
  return kind === 'body' ? `统一社会信用代码 ${code}` : `证件号码尾号 ${code.slice(-4)}`;
}

function textOf({ record, term, parcels }: Terms, householdId: string, taker: string): string {
  if (record.listing) return offerText({ ...record, ...record.listing, term, parcels }, householdId);
  const own = parcels.filter((parcel) => parcel.grantorId === householdId);
  const { land, use } = landAndUse(own, record.purpose);
  return [
    `我是承包方家庭的共有人。我知道我家的承包地要${transferModes[record.mode]}给“${record.transfereeName}”（${taker}）：`,
    `${land}，合计 ${formatMu(sumDisplayed(own.map((parcel) => parcel.areaMu)))} 亩。`,
    `本案合计 ${formatMu(record.areaMu)} 亩，期限 ${formatTerm(term)}，${rentText(record, `每亩每年 ${formatYuan(record.priceFen)} 元`)}，付款：${record.payment}。用途：${use}。`,
    permitsText(record.permits),
    '条件改了要重新问我。承包权还是我家的。我同意。',
  ].join('');
}

/** A lot that is offered to whoever qualifies: no taker is named, and a deal below these terms is none. */
export interface Offer extends Pick<TransferFacts['record'], 'mode' | 'areaMu' | 'payment' | 'purpose'> {
  priceFen: Fen;
  floorFen: Fen;
  term: Term;
  parcels: Terms['parcels'];
}

/** The very words by which a member agrees that the land is listed, and let to whom the published rules find. */
export function offerText({ floorFen, priceFen, term, parcels, ...offer }: Offer, householdId: string): string {
  const own = parcels.filter((parcel) => parcel.grantorId === householdId);
  const { land, use } = landAndUse(own, offer.purpose);
  return [
    `我是承包方家庭的共有人。我知道我家的承包地要公开挂牌，${transferModes[offer.mode]}给按公布的规则定下来的一方：`,
    `${land}，合计 ${formatMu(sumDisplayed(own.map((parcel) => parcel.areaMu)))} 亩。`,
    `本宗合计 ${formatMu(offer.areaMu)} 亩，期限 ${formatTerm(term)}，挂牌价每亩每年 ${formatYuan(priceFen)} 元，成交价不低于 ${formatYuan(floorFen)} 元，付款：${offer.payment}。用途：${use}。`,
    '条件改了、低于这个价，要重新问我。签合同以前我可以撤回。承包权还是我家的。我同意。',
  ].join('');
}

function landAndUse(own: Terms['parcels'], purpose: string): { land: string; use: string } {
  return {
    land: own.map((parcel) => `“${parcel.name}”（代码尾号 ${parcel.code.slice(-5)}）${partOf(parcel)}`).join('、'),
    use: (plannedUses as Readonly<Record<string, string>>)[purpose] ?? purpose,
  };
}

/** What the members of a household consent to: the lot as it was offered, or the case. */
export const consentedIn = ({ id, listing }: Pick<TransferFacts['record'], 'id' | 'listing'>) =>
  listing ? { aboutKind: 'listing', aboutId: listing.id } : { aboutKind: 'transfer', aboutId: id };

/** Who lets the land be built on, mortgaged or let on has agreed to more than a rent (承包法第43、46、47条). */
function permitsText(permits: TransferFacts['record']['permits']): string {
  if (permits === null) return '';
  const all = Object.keys(contractPermits) as ContractPermit[];
  const named = (items: readonly ContractPermit[]): string => items.map((each) => contractPermits[each]).join('、');
  const [yes, no] = [all.filter((each) => permits.includes(each)), all.filter((each) => !permits.includes(each))];
  return [
    ...(yes.length > 0 ? [`同意对方${named(yes)}。`] : []),
    ...(no.length > 0 ? [`不同意对方${named(no)}。`] : []),
  ].join('');
}

const partOf = (parcel: Terms['parcels'][number]): string =>
  parcel.whole ? `整块 ${formatMu(parcel.areaMu)} 亩` : partText(parcel);
