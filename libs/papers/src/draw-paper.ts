import type { PaperFrame } from './drawing/frame.js';
import { drawCertificate } from './certificate.paper.js';
import { drawLetter } from './letters/letter.paper.js';
import type { LetterTemplates } from './letters/letter-templates.js';
import { Parts } from './letters/markup.js';
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
  const { title } = paperKinds[kind];
  const text = templates.fill(kind.replaceAll('_', '-'), { ...view, paper: { ...frame, title } });
  if (kind === 'certificate') return drawCertificate(view as PaperViews['certificate'], new Parts(text), frame);
  if (kind === 'notice') return drawNoticeSheet(view as PaperViews['notice'], new Parts(text), frame);
  if (kind === 'notice_period') return drawNoticePeriod(view as PaperViews['notice_period'], new Parts(text), frame);
  return drawLetter(title, text, 'sketch' in view ? view : {}, frame);
}
