import type { Actor } from '#kernel';
import { formatMoment } from '#kernel';
import { paperKinds } from './paper-kinds.js';
import type { EvidenceFile } from '#platform';
import type { PaperPrint } from './paper-print.entity.js';
import type { Paper } from './paper.entity.js';
import type { PrintRequest } from './print-request.entity.js';
import { mayDecidePrints } from './prints.service.js';

/** A paper as lists and case pages show it. */
export interface PaperView {
  id: string;
  kind: string;
  title: string;
  number: string;
  madeAt: string;
  madeAtText: string;
  madeBy: string;
  original: boolean;
  void: boolean;
  voidReason: string;
  href: string;
}

export function paperView(paper: Paper): PaperView {
  const { title, original } = paperKinds[paper.kind];
  return {
    id: paper.id,
    kind: paper.kind,
    title,
    number: paper.number,
    madeAt: paper.madeAt.toISOString(),
    madeAtText: formatMoment(paper.madeAt),
    madeBy: paper.madeBy,
    original,
    void: paper.voidedAt !== null,
    voidReason: paper.voidReason ?? '',
    href: original ? `/papers/${paper.id}/prints` : `/papers/${paper.id}`,
  };
}

export interface PrintRegister {
  readonly prints: readonly PaperPrint[];
  readonly open: PrintRequest | null;
  readonly limit: number;
  readonly scans: readonly EvidenceFile[];
}

/** The print register of one paper, and what may be done now. */
export function printsView(paper: Paper, register: PrintRegister, me: Actor): object {
  const { prints, open, limit, scans } = register;
  return {
    title: `${paperKinds[paper.kind].title}打印登记`,
    paper: paperView(paper),
    prints: prints.map((print) => ({
      copy: print.copyNumber,
      reason: print.reason || '首次打印',
      at: print.printedAt.toISOString(),
      atText: formatMoment(print.printedAt),
      by: print.printedBy,
      approvedBy: print.approvedBy ?? '',
      href: `/papers/${paper.id}?copy=${print.copyNumber}`,
    })),
    limit,
    first: prints.length === 0,
    beyond: prints.length >= limit,
    original: paperKinds[paper.kind].original,
    mayPrint: paperKinds[paper.kind].original && !paper.voidedAt && open === null && me.kind === 'staff',
    mayScan: me.kind === 'staff',
    scans: scans.map((file) => ({
      name: file.name,
      href: `/files/${file.id}`,
      atText: formatMoment(file.addedAt),
      by: file.addedBy,
    })),
    request: open && {
      id: open.id,
      reason: open.reason,
      askedBy: open.askedBy,
      askedAtText: formatMoment(open.askedAt),
      mayDecide: mayDecidePrints(me) && open.askedAccountId !== me.accountId,
    },
  };
}
