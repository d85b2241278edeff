import { type Day, type Fen, addDays, dayOf } from '#kernel';
import { type ParcelRow, type Sketch, letter } from '#papers';
import { type Encumbrance, termOf } from '#rights';
import {
  type TerminationInput,
  type TransferFacts,
  dealView,
  keptTerms,
  landView,
  registrable,
  termsAgreed,
  transferModes,
} from '#transfers';
import type { CertificateChange } from './certificate-change.entity.js';
import type { Certificate } from './certificate.entity.js';
import type { ChangeKind } from './certificate.words.js';

/** 农村土地经营权证书: names whole on paper, masked on the page. */
export const certificateLetter = letter(
  'certificate',
  {
    ...{ title: '农村土地经营权证书', word: '农经权', digits: 6, brackets: '（）' },
    ...{ original: true, form: 'certificate', edition: 2, kept: keptTerms },
  },
  (says: CertificateView) => says,
);

/** A line of the record that a certificate carries over from those before it. */
interface CarriedChange {
  day: Day;
  /** What was done, and with which part; certificates of before say it in words, under `item`. */
  kind?: string;
  part?: string | null;
  before?: string;
  after?: string;
  /** The certificate that this one follows. */
  follows?: string | null;
  item?: string;
  basis: string;
  by: string;
}

/** A mortgage on the right; certificates of before say it in words: `amount`, `registered` and `released`. */
interface CarriedMortgage {
  mortgagee: string;
  principalFen?: Fen;
  term?: { from: Day; to: Day };
  registeredOn?: Day | null;
  registeredNumber?: string | null;
  overOn?: Day | null;
  amount?: string;
  registered?: string;
  released?: string;
}

/** What only certificates of today say; those of before put it in words, or left it out. */
type Newer = 'contractCode' | 'contractCount' | 'terms' | 'priceFen' | 'rentInKind' | 'registrableYears';
type First = ReturnType<typeof firstCertificate>;
export type CertificateView = Omit<First, Newer> & { [Part in Newer]?: First[Part] | undefined } & {
  contracts?: string;
  price?: string;
};

/** Who a certificate is made out to, as a paper names a party. */
export interface Holder {
  name: string;
  number: string;
  label: string;
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
) {
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
    rentInKind: deal.rentInKind,
    realEstate: '',
    registrableYears: registrable(facts),
    parcels: land.parcels,
    sketch,
    changes: [] as readonly CarriedChange[],
    encumbrances: more.encumbrances.map((each) => carriedMortgage(each)),
    issuedOn: more.issuedOn,
  };
}

/** The codes of the households' contracts, each once. */
export const contractCodes = (parcels: readonly ParcelRow[]): string[] => [
  ...new Set(parcels.flatMap(({ contractCode }) => (contractCode ? [contractCode] : []))),
];

/** A line of the encumbrance record: mortgagee, amount and term, registered, released. */
function carriedMortgage(each: Encumbrance): CarriedMortgage {
  const { mortgageeName: mortgagee, principalFen, registeredOn, registeredNumber, overOn } = each;
  const { start: from, end: to } = termOf(each.term);
  return { mortgagee, principalFen, term: { from, to }, registeredOn, registeredNumber, overOn };
}

/** A line of the change record that a new certificate carries over. */
export const carriedChange = (change: CertificateChange): CarriedChange => {
  const { day, kind, item: part, before, after, rule: basis, handler: by } = change;
  return { day, kind, part, before, after, basis, by };
};

/** The same with the contracts of today: a lease that runs on over a seam rests on the next contract (承包法第二十一条). */
export function withContracts(before: CertificateView, today: ReadonlyMap<string, string>): CertificateView {
  const parcels = before.parcels.map((parcel) => ({
    ...parcel,
    contractCode: today.get(parcel.code) ?? parcel.contractCode,
  }));
  const codes = [...new Set(parcels.flatMap(({ contractCode }) => contractCode || []))];
  if (codes.length === 0) return before;
  const { contracts: _inWords, ...rest } = before;
  return { ...rest, parcels, contractCode: codes[0], contractCount: codes.length };
}

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

/** Why, and by which rule. */
export type Basis = { reason: string; rule: string };

interface Told {
  reasons: readonly Basis[];
  applicant?: string;
  /** What was and what is, where something changed. */
  changes?: readonly { item: string; before: string; after: string }[];
  /** The new number, where one was given. */
  newNumber?: string;
}

/** Where to ask. */
type Desk = Readonly<Record<'name' | 'address' | 'phone', string>>;

const lineOf = ({ reason: text, rule }: Basis) => ({ text, rule });

/** To the holder, about what happened to his certificate; `paper` is what the certificate says. */
const happened = (record: Certificate, paper: CertificateView, today: Day, desk: Desk, told: Told) => ({
  certificateNumber: record.number,
  holder: record.holderName,
  contractNumber: paper.contractNumber,
  location: record.place,
  applicant: told.applicant ?? record.holderName,
  appliedOn: today,
  reasons: told.reasons.map(lineOf),
  changes: told.changes ?? [],
  newNumber: told.newNumber ?? '',
  effectiveOn: today,
  desk,
});

export const certificateLetters = {
  change: letter('certificate_change', { title: '证书变更通知书', word: '农变' }, happened),
  reissue: letter('certificate_reissue', { title: '证书补发通知书', word: '农补发' }, happened),
  cancel: letter('certificate_cancellation', { title: '证书注销通知书', word: '农注' }, happened),
  revoke: letter('certificate_revocation', { title: '证书撤销决定书', word: '农撤' }, happened),
  replace: letter('certificate_anew', { title: '重新发证通知书', word: '农重发' }, happened),
} as const;

/** 流转到期（终止）通知书: the case was ended before its day. How rent is settled the template says by the cause. */
export const terminationLetter = letter(
  'termination',
  { title: '流转终止通知书', word: '农止', by: 'town', tells: true, edition: 2 },
  (deal: TransferFacts, live: Certificate | null, input: TerminationInput, today: Day, desk: Desk) => ({
    ...dealView(deal),
    contractNumber: deal.record.contractNumber ?? '',
    certificateNumber: live?.number ?? '',
    cause: input.cause,
    reasons: [lineOf(input)],
    endsOn: today,
    returnBy: addDays(today, deal.parameters.landReturnDays),
    certificateIssued: live !== null,
    settlement: '',
    depositHeld: (deal.deposit?.heldFen ?? 0) > 0,
    desk,
  }),
);
