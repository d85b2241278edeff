import { instant } from '#kernel';
import { type DayDrawn, drawDayStrip } from './drawing/day-strip.js';
import { Flow, type ParagraphStyle } from './drawing/flow.js';
import { drawFoot, drawMark, markTraining, type PaperFrame } from './drawing/frame.js';
import { ink } from './drawing/ink.js';
import { drawQr } from './drawing/qr.js';
import { seal } from './drawing/seal.js';
import { Sheet } from './drawing/sheet.js';
import type { Parts } from './letters/markup.js';
import { frameWords } from './paper.words.js';

const left = 22;
const right = 188;

/** 公示起止告示: one page that hangs beside the board sheet from the day on which the days are known. */
export function drawNoticePeriod(
  view: { readonly days: readonly DayDrawn[] },
  parts: Parts,
  frame: PaperFrame,
  title: string,
): Buffer {
  const sheet = new Sheet({ title: `${title} ${frame.number}`, madeAt: instant(frame.madeAt) });
  const flow = new Flow(sheet, { left, right, top: 20, bottom: 272 });
  flow.size = 15;
  const draw = (part: string, style: ParagraphStyle): void => {
    for (const line of parts.lines(part)) flow.paragraph(line, style);
  };
  const centred = { align: 'centre', after: 2 } as const;
  draw('title', { ...centred, size: 34, weight: 'bold', colour: ink.seal, lead: 1.3 });
  draw('number', { ...centred, size: 14 });
  draw('heading', { ...centred, size: 16, weight: 'bold', after: 4 });
  draw('extension', { indent: 2, after: 3, weight: 'bold' });
  draw('period', { indent: 2 });
  draw('until', { size: 24, weight: 'bold', align: 'centre', after: 3 });
  drawDayStrip(flow, view.days);
  draw('legend', { size: 12, after: 4 });
  drawWays(flow, parts, frame);
  drawHung(flow, parts, frame);
  drawFoot(sheet, frame, { left, right, y: 284, page: 1 }, { size: 9, colour: ink.second });
  if (frame.copy === 0 && !frame.training) drawMark(sheet, frameWords.sample);
  if (frame.training) markTraining(sheet);
  return sheet.bytes();
}

/** Both functions of the notice: objections, and the members' priority (承包纠纷解释第十一条第一项). */
function drawWays(flow: Flow, parts: Parts, frame: PaperFrame): void {
  const top = flow.y;
  const text = new Flow(flow.sheet, { ...flow.area, right: right - 44, top });
  text.size = 13;
  for (const way of parts.lines('ways')) text.paragraph(way);
  drawQr(flow.sheet, frame.verifyUrl, right - 34, top, 30);
  for (const line of parts.lines('check'))
    flow.sheet.text(right - 19, top + 34, line, { size: 11, align: 'centre', colour: ink.second });
  flow.y = Math.max(text.y, top + 38);
}

/** Who issued it and when, and who hung it. */
function drawHung(flow: Flow, parts: Parts, frame: PaperFrame): void {
  const { sheet } = flow;
  const [office = '', day = ''] = parts.lines('sign');
  const y = Math.min(flow.y + 24, 256);
  if (frame.seal) sheet.lay(seal(frame.seal.office, frame.seal.foot), left + sheet.widthOf(office, 14) + 2, y - 22, 36);
  sheet.text(left, y, office, { size: 14 });
  sheet.text(right, y, day, { size: 14, align: 'right' });
  for (const line of parts.lines('hung')) sheet.text(left, y + 14, line, { size: 12 });
  flow.y = y + 18;
}
