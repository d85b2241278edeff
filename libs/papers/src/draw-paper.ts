import { drawCertificate } from './certificate.paper.js';
import type { PaperFrame } from './drawing/frame.js';
import type { PaperForm } from './letter.js';
import { drawLetter } from './letters/letter.paper.js';
import type { LetterTemplates } from './letters/letter-templates.js';
import { Parts } from './letters/markup.js';
import { drawNoticePeriod } from './notice-period.paper.js';
import { drawNoticeSheet } from './notice-sheet.paper.js';

/** All that drawing a paper takes, so that it may be done in another thread, which knows no lib. */
export interface PrintJob {
  /** Where its words are. */
  readonly template: string;
  readonly title: string;
  readonly form: PaperForm;
  readonly view: object;
  readonly frame: PaperFrame;
}

/** A view and its frame in, the bytes of the PDF out, the same for the same. */
export function drawPaper({ template, title, form, view, frame }: PrintJob, templates: LetterTemplates): Buffer {
  const text = templates.fill(template, { ...view, paper: { ...frame, title } });
  if (form === 'letter') return drawLetter(title, text, view, frame);
  const draw = { certificate: drawCertificate, board: drawNoticeSheet, dates: drawNoticePeriod }[form];
  return draw(view as never, new Parts(text), frame, title);
}
