import { type PrintJob, drawPaper } from '../../libs/papers/src/draw-paper.js';
import { LetterTemplates } from '../../libs/papers/src/letters/letter-templates.js';

export { missingCharacters } from '../../libs/papers/src/drawing/face.js';
export { disarm } from '../../libs/papers/src/letters/markup.js';

const templates = new LetterTemplates('templates/papers');

export const draw = (job: PrintJob): Buffer => drawPaper(job, templates);

/** What a paper says, line by line, as its template fills it in. */
export const filled = ({ template, title, view, frame }: PrintJob): string[] =>
  templates.fill(template, { ...view, paper: { ...frame, title } }).split('\n');
