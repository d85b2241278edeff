import { type Actor, type Mu, dayOf } from '#kernel';
import { type Paper, paperKind } from '#papers';
import {
  type EvidenceFile,
  type FormAct,
  type HistoryLine,
  type Of,
  historyLineOf,
  historyView,
  offerOf,
  offerView,
  stateWords,
  value,
  view,
} from '#platform';
import { type Encumbrance, encumbranceStatuses } from '#rights';
import type { CertificateStock } from './certificate-stock.entity.js';
import type { CertificateFacts } from './certificate.facts.js';
import { certified } from './certified.view.js';
import { statusOf, statuses, verdictOf } from './certificate.verdict.js';
import {
  certificateVerdicts,
  changeKinds,
  holderNumbers,
  itemWords,
  partLabels as labels,
  sheetOutcomes,
} from './certificate.words.js';
import { certificateWorkflow } from './certificate.workflow.js';
import type { CertificateView } from './certificate.letter.js';
import { asItStands, isChangeItem } from './change-items.js';

const changeView = view('CertificateChange', {
  kind: value.code(changeKinds, labels.event),
  item: value.maybe(value.code(itemWords, labels.item)),
  on: value.day(labels.on),
  before: value.text(labels.before),
  after: value.text(labels.after),
  reason: value.text(labels.reason),
  rule: value.text(labels.rule),
  announcedOn: value.maybe(value.day(labels.announcedOn)),
  announcedAt: value.text(labels.announcedAt),
  collectedBy: value.text(labels.collectedBy),
  /** The document it rests on, and the letter that told of it. */
  file: value.maybe(value.href()),
  letter: value.maybe(value.href()),
  by: value.text(labels.by),
});

const printView = view('CertificatePrint', {
  copy: value.count(labels.copy),
  at: value.moment(labels.at),
  by: value.text(labels.by),
  reason: value.text(labels.reason),
});

const sheetView = view('CertificateSheet', {
  serial: value.text(labels.serial),
  outcome: value.code(sheetOutcomes, labels.outcome),
  copy: value.maybe(value.count(labels.copy)),
  reason: value.text(labels.reason),
  by: value.text(labels.by),
  at: value.moment(labels.at),
});

/** One certificate, to the staff of its places, its holder and the parties to its case. */
export const certificateView = view('Certificate', {
  id: value.id(),
  revision: value.count(),
  number: value.text(labels.number),
  code: value.text(labels.code),
  state: value.code(stateWords(certificateWorkflow), labels.state),
  status: value.code(statuses, labels.status),
  verdict: value.code(certificateVerdicts, labels.verdict),
  startsLater: value.flag(labels.startsLater),
  transferId: value.id(),
  paperId: value.id(),
  previousId: value.maybe(value.id()),
  nextId: value.maybe(value.id()),
  /** The certificate of the right before and after a renewal. */
  renewsId: value.maybe(value.id()),
  renewalId: value.maybe(value.id()),
  holder: value.text(labels.holder),
  holderNumber: value.code(holderNumbers, labels.holderNumber),
  holderId: value.text(labels.holderId),
  representative: value.maybe(value.text(labels.representative)),
  address: value.maybe(value.text(labels.address)),
  ...certified,
  parcelCount: value.count(labels.parcelCount),
  issuedOn: value.day(labels.issuedOn),
  issuedBy: value.text(labels.issuedBy),
  terms: value.maybe(value.named(value.anything(), labels.terms)),
  parcels: value.many(
    view('CertificateParcel', {
      name: value.text(labels.parcel.name),
      code: value.text(labels.parcel.code),
      contractor: value.text(labels.parcel.contractor),
      areaMu: value.mu(labels.areaMu),
      part: value.maybe(value.text(labels.parcel.part)),
    }),
    labels.parcels,
  ),
  /** What the sheet itself says of earlier numbers. */
  carried: value.many(
    view('CarriedLine', {
      on: value.day(labels.on),
      kind: value.maybe(value.code(changeKinds, labels.event)),
      item: value.maybe(value.code(itemWords, labels.item)),
      before: value.text(labels.before),
      after: value.text(labels.after),
      follows: value.maybe(value.text(labels.follows)),
      /** Its words, on certificates of before. */
      said: value.maybe(value.text(labels.said)),
      basis: value.text(labels.rule),
      by: value.text(labels.by),
    }),
    labels.carried,
  ),
  changes: value.many(changeView, labels.changes),
  mortgages: value.many(
    view('CertificateMortgage', {
      mortgagee: value.text(labels.mortgagee),
      principalFen: value.fen(labels.principalFen),
      registeredOn: value.maybe(value.day(labels.registeredOn)),
      status: value.code(encumbranceStatuses, labels.status),
    }),
    labels.mortgages,
  ),
  prints: value.many(printView, labels.prints),
  sheets: value.many(sheetView, labels.sheets),
  letters: value.many(
    view('CertificateLetter', {
      kind: paperKind(labels.kind),
      number: value.text(labels.number),
      madeAt: value.moment(labels.madeOn),
      href: value.href(),
    }),
    labels.letters,
  ),
  acts: value.many(offerView),
  history: value.many(historyView),
});
export type Certified = Of<typeof certificateView>;

/** What a certificate is shown from, beside its facts. */
export interface CertificateMaterial {
  paper: Paper;
  letters: readonly Paper[];
  prints: readonly { copyNumber: number; reason: string; printedAt: Date; printedBy: string }[];
  files: readonly EvidenceFile[];
  history: readonly HistoryLine[];
  encumbrances: readonly Encumbrance[];
  stock: readonly CertificateStock[];
  acts: readonly FormAct[];
}

/** What the history of a certificate tells that is no act on it. */
const ofPapers = ['paper', 'void-paper', 'print'];

export function certificateOf(facts: CertificateFacts, material: CertificateMaterial, me: Actor, now: Date): Certified {
  const { record, term, renewal } = facts;
  const { paper, prints, stock, encumbrances, letters } = material;
  const { id, revision, number, state, transferId, paperId, previousId, nextId, areaMu, parcelCount } = record;
  const changed = facts.changes.some((change) => change.kind === 'change');
  const today = dayOf(now);
  return {
    ...{ id, revision, number, code: paper.code },
    ...printed(asItStands(paper.view as CertificateView, facts.changes)),
    ...{ transferId, paperId, previousId, nextId, areaMu, parcelCount },
    state: state as Certified['state'],
    status: statusOf(state, term.end, today),
    verdict: verdictOf({ state, term, status: facts.status, changed }, today),
    startsLater: today < term.start,
    renewsId: renewal.before,
    renewalId: renewal.after,
    ...{ termStart: term.start, termEnd: term.end },
    issuedOn: dayOf(record.issuedAt),
    issuedBy: record.issuedBy,
    changes: changesOf(facts, material.files, me),
    mortgages: encumbrances.map(({ mortgageeName: mortgagee, principalFen, registeredOn, status }) => ({
      ...{ mortgagee, principalFen, registeredOn, status },
    })),
    prints: prints.map(({ copyNumber: copy, printedAt: at, printedBy: by, reason }) => ({ copy, at, by, reason })),
    sheets: stock.map(({ serial, outcome, copyNumber: copy, reason, notedBy: by, notedAt: at }) => ({
      ...{ serial, outcome, copy, reason, by, at },
    })),
    letters: letters.map((each) => ({
      ...{ kind: each.kind, number: each.number, madeAt: each.madeAt, href: `/papers/${each.id}` },
    })),
    acts: material.acts.map(offerOf),
    // The post, not the person: a holder is told which office acted.
    history: material.history
      .filter(({ action }) => !ofPapers.includes(action))
      .map((line) => ({ ...historyLineOf(line), by: line.actorPost })),
  };
}

/** What the certificate says, in its own words. */
function printed(stands: CertificateView) {
  const { holder, holderId, mode, contractNumber, transferor, issuer, location, use } = stands;
  const { representative = null, address = null, terms = null } = stands;
  const { priceFen = null, rentInKind = null, price = null, registrableYears = null } = stands;
  return {
    ...{ holder, holderId, mode, contractNumber, transferor, issuer, location, use, priceFen, rentInKind, price },
    ...{ representative, address, terms, registrableYears, realEstate: stands.realEstate || null },
    holderNumber:
      stands.holderIdLabel === holderNumbers.credit_code ? ('credit_code' as const) : ('identity_number' as const),
    parcels: stands.parcels.map(({ name, code, contractor, areaMu, part = null }) => ({
      ...{ name, code, contractor, areaMu: areaMu as Mu, part },
    })),
    carried: stands.changes.map(carriedOf),
  };
}

function carriedOf(line: CertificateView['changes'][number]): Certified['carried'][number] {
  const { day: on, kind = null, part = null, before = '', after = '', follows = null, item: said = null } = line;
  return {
    ...{ on, before, after, follows, said, basis: line.basis, by: line.by },
    kind: kind as Certified['carried'][number]['kind'],
    item: part !== null && isChangeItem(part) ? part : null,
  };
}

function changesOf({ changes }: CertificateFacts, files: readonly EvidenceFile[], me: Actor): Certified['changes'] {
  const known = new Set(me.kind === 'staff' ? files.map((file) => file.id) : []);
  return changes.map(({ kind, item, day: on, before, after, reason, rule, ...change }) => ({
    ...{ kind, on, before, after, reason, rule },
    item: isChangeItem(item) ? item : null,
    announcedOn: change.announcedOn,
    announcedAt: change.announcedAt,
    collectedBy: change.collectedBy,
    file: change.fileId !== null && known.has(change.fileId) ? `/files/${change.fileId}` : null,
    letter: change.paperId === null ? null : `/papers/${change.paperId}`,
    by: change.handler,
  }));
}
