import type { Paper } from '#papers';
import { paperKind } from '#papers';
import { type EvidenceFile, type Of, value, view } from '#platform';
import { materialParts, paperParts } from './transfer-page.words.js';
import { type FileKind, fileKinds } from '../material.words.js';

/** A file that somebody brought to a case. */
export const materialView = view('TransferMaterial', {
  id: value.id(),
  kind: value.code(fileKinds, materialParts.kind),
  href: value.href(),
  addedBy: value.text(materialParts.addedBy),
  addedAt: value.moment(materialParts.addedAt),
  pdf: value.flag(materialParts.pdf),
});

export const materialOf = ({ id, kind, addedBy, addedAt, mediaType }: EvidenceFile): Of<typeof materialView> => ({
  ...{ id, kind: kind as FileKind, href: `/files/${id}`, addedBy, addedAt, pdf: mediaType === 'application/pdf' },
});

/** A paper that the exchange issued. */
export const transferPaperView = view('TransferPaper', {
  id: value.id(),
  kind: paperKind(paperParts.kind),
  number: value.text(paperParts.number),
  href: value.href(),
  madeAt: value.moment(paperParts.madeAt),
  voided: value.flag(paperParts.voided),
});

export const transferPaperOf = ({ id, kind, number, madeAt, voidedAt }: Paper): Of<typeof transferPaperView> => ({
  ...{ id, kind, number, madeAt, voided: voidedAt !== null },
  // A certificate has a page of its own, with its changes and its prints.
  href: kind === 'certificate' ? `/certificates/papers/${id}` : `/papers/${id}`,
});
