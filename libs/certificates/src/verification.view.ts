import { type Day, type Mu, dayOf, maskName, addMu, mu, term } from '#kernel';
import { type Paper, paperKind } from '#papers';
import { type Of, value, view } from '#platform';
import type { Encumbrance } from '#rights';
import type { CertificateChange } from './certificate-change.entity.js';
import { contractCodes } from './certificate.letter.js';
import {
  type CertificateVerdict,
  courseWords,
  householdSign,
  itemWords,
  partLabels as labels,
  verdicts,
} from './certificate.words.js';
import { certified } from './certified.view.js';
import type { CheckedRow } from './certificates.queries.js';
import type { CertificateView } from './certificate.letter.js';
import { asItStands, isChangeItem } from './change-items.js';

const renewalView = view('RenewedCertificate', {
  number: value.text(labels.number),
  href: value.href(),
  termStart: value.day(labels.termStart),
  termEnd: value.day(labels.termEnd),
});

const checkedPaperView = view('CheckedPaper', {
  kind: paperKind(labels.kind),
  authority: value.text(labels.authority),
  madeOn: value.day(labels.madeOn),
  voidedOn: value.maybe(value.day(labels.voidedOn)),
});

const courseView = view('CertificateEvent', {
  event: value.code(courseWords, labels.event),
  item: value.maybe(value.code(itemWords, labels.item)),
  on: value.day(labels.on),
});

const checkedCertificateView = view('CheckedCertificate', {
  holder: value.text(labels.holder),
  creditCode: value.maybe(value.text(labels.holderId)),
  representative: value.maybe(value.text(labels.representative)),
  ...certified,
  contractCode: value.maybe(value.text(labels.contractCode)),
  contracts: value.count(labels.contracts),
  mortgages: value.many(
    view('CheckedMortgage', {
      mortgagee: value.text(labels.mortgagee),
      registeredOn: value.maybe(value.day(labels.registeredOn)),
    }),
    labels.mortgages,
  ),
  issuedOn: value.day(labels.issuedOn),
  authority: value.text(labels.authority),
  course: value.many(courseView, labels.course),
  parcels: value.many(
    view('CheckedParcel', {
      name: value.text(labels.parcel.name),
      code: value.text(labels.parcel.code),
      contractor: value.text(labels.parcel.contractor),
      areaMu: value.mu(labels.areaMu),
      part: value.maybe(value.text(labels.parcel.part)),
    }),
    labels.parcels,
  ),
});

/**
 * What a stranger is told about a code. A number that replaced this one is named, never linked: whoever found a lost sheet learns
 * no new code.
 */
const verdictView = view('Verdict', {
  state: value.code(verdicts, labels.verdict),
  checkedAt: value.moment(labels.checkedAt),
  number: value.maybe(value.text(labels.number)),
  startsLater: value.flag(labels.startsLater),
  underReview: value.flag(labels.underReview),
  nextNumber: value.maybe(value.text(labels.nextNumber)),
  renewal: value.maybe(renewalView),
  paper: value.maybe(checkedPaperView),
  certificate: value.maybe(checkedCertificateView),
});

/** The answer to a check; without a code there is no verdict. */
export const verificationView = view('Verification', { verdict: value.maybe(verdictView) });
export type Verification = Of<typeof verificationView>;
export type Told = Of<typeof verdictView>;
type Checked = Of<typeof checkedCertificateView>;

export interface CheckedCertificate {
  paper: Paper;
  row: CheckedRow;
  changes: readonly CertificateChange[];
  encumbrances: readonly Encumbrance[];
  state: CertificateVerdict;
}

const untold = { startsLater: false, underReview: false, nextNumber: null, renewal: null } as const;
const nothing = { ...untold, number: null, paper: null, certificate: null } as const;

export const unknownAnswer = (checkedAt: Date): Told => ({ ...nothing, state: 'unknown', checkedAt });

export const alteredAnswer = ({ number }: Paper, checkedAt: Date): Told => ({
  ...nothing,
  ...{ state: 'altered', number, checkedAt },
});

/** Any other paper of the exchange: which, its number, its day, and whether it stands. */
export function paperAnswer({ kind, number, frame, madeOn, voidedAt }: Paper, checkedAt: Date): Told {
  const state = voidedAt === null ? 'valid' : 'void';
  const voidedOn = voidedAt && dayOf(voidedAt);
  return { ...nothing, state, checkedAt, number, paper: { kind, authority: frame.authority, madeOn, voidedOn } };
}

export function certificateAnswer(checked: CheckedCertificate, checkedAt: Date): Told {
  const { paper, row, state } = checked;
  const certificate = certificateOf(checked);
  const { renewal, nextNumber } = row;
  return {
    ...{ state, checkedAt, number: paper.number, nextNumber, paper: null, certificate },
    startsLater: dayOf(checkedAt) < certificate.termStart,
    underReview: row.state === 'revoking',
    renewal: renewal && {
      ...{ number: renewal.number, href: `/verify/${renewal.code}` },
      ...{ termStart: renewal.from, termEnd: renewal.to },
    },
  };
}

/** The fields that the paper shows, as they stand today: names of people masked, organisations whole (个人信息保护法第34条). */
function certificateOf({ paper, row, changes, encumbrances }: CheckedCertificate): Checked {
  const stands = asItStands(paper.view as CertificateView, changes);
  const body = row.holderKind === 'body';
  const span = term(stands.term.from as Day, stands.term.to as Day);
  const grantor = (name: string): string => (row.transferKind === 'contracted' ? maskHousehold(name) : name);
  const [contractCode = null, ...others] = contractCodes(stands.parcels);
  const { mode, contractNumber, issuer, location, use } = stands;
  const { priceFen = null, rentInKind = null, price = null, registrableYears = null } = stands;
  return {
    ...{ mode, contractNumber, issuer, location, use, priceFen, rentInKind, price, registrableYears, contractCode },
    realEstate: stands.realEstate || null,
    contracts: contractCode === null ? 0 : others.length + 1,
    holder: body ? stands.holder : maskHousehold(stands.holder),
    creditCode: body ? stands.holderId : null,
    representative: stands.representative ? maskName(stands.representative) : null,
    transferor: grantor(stands.transferor),
    areaMu: addMu(...stands.parcels.map((parcel) => mu(parcel.areaMu))),
    termStart: span.start,
    termEnd: span.end,
    mortgages: encumbrances
      .filter((each) => each.status === 'registered')
      .map(({ mortgageeName: mortgagee, registeredOn }) => ({ mortgagee, registeredOn })),
    issuedOn: stands.issuedOn as Day,
    authority: paper.frame.authority,
    course: courseOf(row, changes, stands.issuedOn as Day),
    parcels: stands.parcels.map(({ name, code, contractor, areaMu, part = null }) => ({
      ...{ name, code, contractor: grantor(contractor), areaMu: areaMu as Mu, part },
    })),
  };
}

function courseOf(row: CheckedRow, changes: readonly CertificateChange[], issuedOn: Day): Checked['course'] {
  const on = (event: keyof typeof courseWords, day: Day | null): Checked['course'] =>
    day === null ? [] : [{ event, item: null, on: day }];
  return [
    ...on('signed', row.signedOn),
    ...on('filed', row.filedOn),
    ...on('recorded', row.recordedAt && dayOf(row.recordedAt)),
    ...on('issued', issuedOn),
    ...changes.flatMap(({ kind, item, day }) =>
      isTold(kind) ? [{ event: kind, item: isChangeItem(item) ? item : null, on: day }] : [],
    ),
  ];
}

const isTold = (kind: string): kind is keyof typeof courseWords => Object.hasOwn(courseWords, kind);

/** 王麦生户 等 8 户 → 王＊＊户 等 8 户. */
export function maskHousehold(name: string): string {
  const [first = '', ...rest] = name.split(' ');
  const whole = first.endsWith(householdSign) && first.length > 2;
  return [whole ? `${maskName(first.slice(0, -1))}${householdSign}` : maskName(first), ...rest].join(' ');
}
