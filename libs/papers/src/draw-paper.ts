import type { PaperFrame } from './drawing/frame.js';
import { drawCertificate } from './certificate.paper.js';
import { drawLetter } from './letters/letter.paper.js';
import type { LetterTemplates } from './letters/letter-templates.js';
import { drawNoticePeriod } from './notice-period.paper.js';
import { drawNoticeSheet } from './notice-sheet.paper.js';
import { asKept } from './views/kept.view.js';
import { paperKinds, type PaperKind, type PaperViews } from './paper-kinds.js';

/** Every paper in one place: a view and its frame in, the bytes of the PDF out, the same for the same. */
export function drawPaper<Kind extends PaperKind>(
  kind: Kind,
  kept: PaperViews[Kind],
  frame: PaperFrame,
  templates: LetterTemplates,
): Buffer {
  const view = asKept(kept);
  if (kind === 'certificate') return drawCertificate(view as PaperViews['certificate'], frame);
  if (kind === 'notice') return drawNoticeSheet(view as PaperViews['notice'], frame);
  if (kind === 'notice_period') return drawNoticePeriod(view as PaperViews['notice_period'], frame);
  const text = templates.fill(kind.replaceAll('_', '-'), {
    ...view,
    paper: { ...frame, title: paperKinds[kind].title },
  });
  return drawLetter(paperKinds[kind].title, text, view as object, frame);
}
