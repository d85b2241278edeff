import { type Actor, holds } from '#kernel';
import { type EvidenceFile, type Of, value, view } from '#platform';
import { kindOf, paperKind } from './letter.js';
import type { PaperPrint } from './paper-print.entity.js';
import type { Paper } from './paper.entity.js';
import { registerLabels as labels } from './paper.words.js';
import type { PrintRequest } from './print-request.entity.js';

const copyView = view('PrintedCopy', {
  copy: value.count(labels.copy),
  reason: value.text(labels.reason),
  at: value.moment(labels.at),
  by: value.text(labels.by),
  approvedBy: value.maybe(value.text(labels.approvedBy)),
  href: value.href(),
});

const requestView = view('PrintRequest', {
  id: value.id(),
  reason: value.text(labels.reason),
  askedBy: value.text(labels.by),
  askedAt: value.moment(labels.at),
  mayDecide: value.flag(labels.mayDecide),
});

const signedView = view('SignedCopy', {
  name: value.text(labels.name),
  href: value.href(),
  addedAt: value.moment(labels.at),
  addedBy: value.text(labels.by),
  sha256: value.text(labels.sha256),
});

/** The print register of one paper, and what this reader may do now. */
export const registerView = view(
  'PrintRegister',
  {
    id: value.id(),
    kind: paperKind(labels.kind),
    number: value.text(labels.number),
    madeAt: value.moment(labels.madeAt),
    madeBy: value.text(labels.madeBy),
    original: value.flag(labels.original),
    voidedAt: value.maybe(value.moment(labels.voidedAt)),
    voidReason: value.maybe(value.text(labels.voidReason)),
    prints: value.many(copyView, labels.prints),
    limit: value.count(labels.limit),
    request: value.maybe(requestView),
    scans: value.many(signedView, labels.scans),
    mayPrint: value.flag(labels.mayPrint),
    mayScan: value.flag(labels.mayScan),
  },
  labels.title,
);
export type PrintRegister = Of<typeof registerView>;

/** What a register is shown from. */
export interface RegisterSeen {
  readonly prints: readonly PaperPrint[];
  readonly open: PrintRequest | null;
  readonly limit: number;
  readonly scans: readonly EvidenceFile[];
}

export function registerOf(paper: Paper, { prints, open, limit, scans }: RegisterSeen, me: Actor): PrintRegister {
  const { id, kind, number, madeAt, madeBy, voidedAt, voidReason } = paper;
  const { original } = kindOf(kind);
  const staff = me.kind === 'staff';
  return {
    ...{ id, kind, number, madeAt, madeBy, original, voidedAt, voidReason, limit },
    prints: prints.map((print) => copyOf(id, print)),
    request: open && requestOf(open, me),
    scans: scans.map(signedOf),
    mayPrint: original && voidedAt === null && open === null && staff,
    mayScan: staff,
  };
}

const copyOf = (
  paperId: string,
  { copyNumber: copy, reason, printedAt: at, printedBy: by, approvedBy }: PaperPrint,
): Of<typeof copyView> => ({ copy, reason, at, by, approvedBy, href: `/papers/${paperId}?copy=${copy}` });

const requestOf = (
  { id, reason, askedBy, askedAt, askedAccountId }: PrintRequest,
  me: Actor,
): Of<typeof requestView> => ({
  ...{ id, reason, askedBy, askedAt },
  mayDecide: mayDecidePrints(me) && askedAccountId !== me.accountId,
});

const signedOf = ({ id, name, addedAt, addedBy, sha256 }: EvidenceFile): Of<typeof signedView> => ({
  ...{ name, href: `/files/${id}`, addedAt, addedBy, sha256 },
});

/** Who may decide a print beyond the limit. */
export function mayDecidePrints(actor: Actor): boolean {
  return holds(actor, 'county_certifier', 'county_director');
}
