import { instant } from '#kernel';
import { Flow } from './drawing/flow.js';
import { drawFoot, drawMark, markTraining, type PaperFrame } from './drawing/frame.js';
import { ink } from './drawing/ink.js';
import { drawSketch } from './drawing/map-sketch.js';
import { drawQr } from './drawing/qr.js';
import { seal } from './drawing/seal.js';
import { Sheet } from './drawing/sheet.js';
import { drawBlock } from './letters/draw-block.js';
import type { Parts } from './letters/markup.js';
import { frameWords, noticePhrase } from './paper.words.js';
import type { LandView } from './land.view.js';

const left = 24;
const right = 273;

/** The sheet for the village board, on A3 so that it is read from two steps away; printed on A4 it shrinks to fit. */
export function drawNoticeSheet(view: LandView & { heading: string }, parts: Parts, frame: PaperFrame): Buffer {
  // One sheet if it can be: people read what hangs in front, not what hangs behind.
  for (const density of [1, 0.92, 0.84]) {
    const sheet = setNotice(view, parts, frame, density);
    if (sheet.pageCount === 1) return sheet.bytes();
  }
  return setNotice(view, parts, frame, 1).bytes();
}

function setNotice(view: LandView & { heading: string }, parts: Parts, frame: PaperFrame, density: number): Sheet {
  const sheet = new Sheet({ title: `${view.heading} ${frame.number}`, madeAt: instant(frame.madeAt), size: 'A3' });
  const flow = new Flow(sheet, { left, right, top: 22, bottom: 400 });
  flow.size = 16;
  flow.density = density;
  drawHead(flow, parts);
  drawLand(flow, view, parts, frame);
  // 三处都有凭证才起算：when this hangs, nobody knows the days yet. They hang beside it, under the same number.
  for (const block of parts.of('period')) drawBlock(flow, block, view, frame);
  drawRights(flow, parts, frame);
  drawHung(flow, parts, frame);
  for (let page = 1; page <= sheet.pageCount; page++) {
    sheet.turnTo(page);
    drawFoot(sheet, frame, { left, right, y: 410, page }, { size: 10, colour: ink.second });
    if (frame.copy === 0 && !frame.training) drawMark(sheet, frameWords.sample);
  }
  if (frame.training) markTraining(sheet);
  return sheet;
}

/** The heading breaks before its last phrase, not in the middle of a name. */
function drawHead(flow: Flow, parts: Parts): void {
  const size = 38;
  const [heading = ''] = parts.lines('heading');
  const wide = flow.sheet.widthOf(heading, size, 'bold') > flow.width;
  const at = heading.indexOf(noticePhrase);
  for (const part of wide && at > 0 ? [heading.slice(0, at), heading.slice(at)] : [heading])
    flow.paragraph(part, { size, weight: 'bold', align: 'centre', lead: 1.3, after: 0, colour: ink.seal });
  flow.gap(3);
  for (const line of parts.lines('number')) flow.paragraph(line, { size: 14, align: 'centre', after: 4 });
  for (const line of parts.lines('body')) flow.paragraph(line, { indent: 2, after: 5, lead: 1.75 });
}

/** 地块和四至要看得清（承包纠纷解释第十一条：书面公示）：whole codes, all four sides, and the map beneath. */
function drawLand(flow: Flow, view: LandView, parts: Parts, frame: PaperFrame): void {
  for (const block of parts.of('land'))
    if (block.kind === 'paragraph') flow.paragraph(block.spans, { size: 12 });
    else drawBlock(flow, block, view, frame);
  if (!view.sketch?.plots.length) return;
  const height = 70 * flow.density;
  flow.room(height + 9);
  const top = flow.y;
  drawSketch(flow.sheet, view.sketch, { x: left, y: top + 1, width: right - left, height });
  for (const caption of parts.lines('sketch'))
    flow.sheet.text(left, top + height + 5, caption, { size: 11, colour: ink.second });
  flow.y = top + height + 10;
}

/** What anybody may say of it and how, beside the code that leads to the whole of it. */
function drawRights(flow: Flow, parts: Parts, frame: PaperFrame): void {
  flow.room(58);
  const [heading = ''] = parts.lines('rights');
  flow.heading(heading);
  const top = flow.y;
  const text = new Flow(flow.sheet, { ...flow.area, right: right - 56, top });
  text.size = 15;
  text.density = flow.density;
  for (const way of parts.lines('ways')) text.paragraph(way);
  drawQr(flow.sheet, frame.verifyUrl, right - 42, top, 34);
  parts
    .lines('check')
    .forEach((line, i) =>
      flow.sheet.text(right - 25, top + 38.5 + i * 6, line, { size: 12, align: 'centre', colour: ink.second }),
    );
  flow.y = Math.max(text.y, top + 48);
}

/** Who issued it and when, and who hung it and took it down. */
function drawHung(flow: Flow, parts: Parts, frame: PaperFrame): void {
  flow.room(50);
  const { sheet } = flow;
  const [office = '', day = ''] = parts.lines('sign');
  const [hung = '', taken = ''] = parts.lines('hung');
  const y = Math.min(flow.y + 27, flow.area.bottom - 24);
  if (frame.seal) sheet.lay(seal(frame.seal.office, frame.seal.foot), left + sheet.widthOf(office, 16) + 2, y - 26, 40);
  sheet.text(left, y, office, { size: 16 });
  sheet.text(right, y, day, { size: 16, align: 'right' });
  sheet.text(left, y + 21, hung, { size: 13 });
  sheet.text(right, y + 21, taken, { size: 13, align: 'right' });
  flow.y = y + 24;
}
