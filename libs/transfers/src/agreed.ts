import { day, plainYuan, yuan } from '#kernel';
import { type Said, calledIn, fieldsOfInput, saidOf } from '#platform';
import { plannedUses, rangeOf, termOf } from '#rights';
import { RentInput } from './rent.input.js';
import { rentOf } from './rent.rules.js';
import type { Transfer } from './transfer.entity.js';
import { type TransferParts, partsPrinted } from './transfer.parts.js';
import type { TransferFacts } from './transfer.facts.js';
import { type ApplicationInput, type ParcelInput, TermsInput } from './transfer.input.js';
import type { ParcelFact } from './transfers.queries.js';

const terms = fieldsOfInput(TermsInput).map(({ name }) => name);

/** Some columns or fields of a record by their names; what is not there is null. */
const picked = (from: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, (from as Record<string, unknown>)[name] ?? null]));

/**
 * The columns that the terms of an application fill. A term is kept in the column of its own name, but for those that are
 * worked out here.
 */
export function columnsOf(input: ApplicationInput): Partial<Transfer> {
  const { paymentDay, priceYuan, priceConfirmed: _again, ...same } = picked(input, terms) as unknown as TermsInput;
  const { term, payment, crops, purpose, handoverOn, declared } = same;
  const use = (plannedUses as Readonly<Record<string, string>>)[purpose] ?? purpose;
  return {
    ...same,
    term: rangeOf({ start: day(term.start), end: day(term.end) }),
    priceFen: yuan(priceYuan),
    rent: rentOf(same.rent),
    payment: paymentDay ? `${payment}；${paymentDay}` : payment,
    crops: crops ? crops : use.replace(/（.*）$/, ''),
    handoverOn: day(handoverOn ?? term.start),
    declared: declared ? { ...declared } : null,
  };
}

/** The terms of a case under the names by which an application asks for them. */
export function termsOf(record: Transfer): TermsInput {
  const { start, end } = termOf(record.term);
  const priceYuan = plainYuan(record.priceFen).replace(/\.00$/, '');
  const { paymentDay: _day, ...same } = picked(record, terms);
  const priceConfirmed = record.priceConfirmed === null ? null : priceYuan;
  return { ...(same as unknown as TermsInput), term: { start, end }, priceYuan, priceConfirmed };
}

/** The same for a paper, which is kept, with the parts that it prints: it says what was agreed, whatever the case says later. */
export const termsAgreed = (
  facts: Pick<TransferFacts, 'record'> & TransferParts,
  kind: string,
): Record<string, unknown> => ({
  ...termsOf(facts.record),
  ...partsPrinted(facts, kind),
});

const lasting = fieldsOfInput(TermsInput).flatMap(({ name, once }) => (once ? [] : [name]));

/** The terms that a renewal goes on with: all but those of the first deal alone. */
export const lastingTerms = (record: Transfer): TermsInput => picked(termsOf(record), lasting) as unknown as TermsInput;

/** Terms that pages and papers put in words of their own. */
const worded = new Set([
  'mode',
  'term.start',
  'term.end',
  'priceYuan',
  'priceConfirmed',
  'payment',
  'purpose',
  'crops',
  ...fieldsOfInput(RentInput).map(({ name }) => `rent.${name}`),
]);

/** What else was agreed, or declared, term by term; what nobody was asked is left out. */
export const furtherTerms = (record: Transfer): Said[] =>
  saidOf(TermsInput, termsOf(record)).filter(({ name }) => !worded.has(name));

/** Terms that a list of cases has columns of its own for, or none to fill. */
const listed = new Set(['term.start', 'term.end', 'priceYuan', 'paymentDay']);

/** The heads of the terms in a workbook of cases, by their names. */
export const termHeads: Readonly<Record<string, string>> = Object.fromEntries(
  calledIn(TermsInput).flatMap(({ name, label }) => (listed.has(name) ? [] : [[name, label]])),
);

/** The terms of a case as cells under `termHeads`. */
export const termCells = (record: Transfer): Readonly<Record<string, string>> =>
  Object.fromEntries(saidOf(TermsInput, termsOf(record)).map(({ name, value }) => [name, value]));

/** The parcels of a case as an application names them. */
export function parcelsOf(parcels: readonly Pick<ParcelFact, 'code' | 'whole' | 'side' | 'areaMu'>[]): ParcelInput[] {
  return parcels.map(({ code, whole, side, areaMu }) => ({
    code,
    ...(whole || side === null ? {} : { side: side as 'east', areaMu: areaMu.replace(/0+$/, '').replace(/\.$/, '') }),
  }));
}

/** Whose land it is and where, and who has decided on it. */
const ofTheLand = ['kind', 'officeCode', 'bornOfficeCode', 'place', 'transferorName', 'issuerCode', 'decisionId'];
const counted = ['areaMu', 'parcelCount', 'householdCount'];

/** What the next case takes over from the one before: its land and all of its terms, but neither its number nor its days. */
export function carriedOver(before: Transfer): Partial<Transfer> {
  const agreed = terms
    .filter((name) => name !== 'paymentDay')
    .map((name) => (name === 'priceYuan' ? 'priceFen' : name));
  return picked(before, [...ofTheLand, ...counted, ...agreed]) as Partial<Transfer>;
}
