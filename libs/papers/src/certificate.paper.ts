import { instant } from '#kernel';
import { Flow, type Area } from './drawing/flow.js';
import { copyText, drawMark, markTraining, type PaperFrame } from './drawing/frame.js';
import { spacedCode } from './verification-code.js';
import { ink, mm } from './drawing/ink.js';
import { breakLines } from './drawing/line-break.js';
import { drawSketch } from './drawing/map-sketch.js';
import { drawQr } from './drawing/qr.js';
import { seal } from './drawing/seal.js';
import { Sheet } from './drawing/sheet.js';
import { certificateGround } from './drawing/stencil.js';
import { drawBlock } from './letters/draw-block.js';
import type { Block, Parts } from './letters/markup.js';
import { certificateWords as words } from './paper.words.js';
import type { LandView } from './land.view.js';

const left = 20;
const right = 190;

/** The certificate on A4: face, then parcels, sketch and records. Measures are those of section 5 of the design guide. */
export function drawCertificate(view: LandView, parts: Parts, frame: PaperFrame, title: string): Buffer {
  const sheet = new Sheet({ title: `${title} ${frame.number}`, madeAt: instant(frame.madeAt) });
  drawFace(sheet, parts, frame);
  drawAnnex(sheet, view, parts, frame);
  const small = { size: 9 };
  for (let page = 1; page <= sheet.pageCount; page++) {
    sheet.turnTo(page);
    sheet.lay(certificateGround(), 0, 0, sheet.width, true);
    sheet.text(left, 22, page === 1 ? frame.number : words.annex(frame.number), small);
    const pages = words.page(page, sheet.pageCount);
    if (page === 1) {
      for (const stock of parts.lines('stock')) sheet.text(right, 22, stock, { ...small, align: 'right' });
      sheet.text(left, 272, `${pages}　${copyText(frame.copy)}`, small);
      for (const foot of parts.lines('foot')) sheet.text(right, 272, foot, { ...small, align: 'right' });
    } else sheet.text(right, 22, pages, { ...small, align: 'right' });
    if (frame.copy === 0 && !frame.training) drawMark(sheet, words.sample);
  }
  if (frame.training) markTraining(sheet);
  return sheet.bytes();
}

function drawFace(sheet: Sheet, parts: Parts, frame: PaperFrame): void {
  const [title = ''] = parts.lines('title');
  sheet.text(105, 36, title, { size: 28, weight: 'bold', colour: ink.deep, align: 'centre' });
  const [lead = ''] = parts.lines('lead');
  const room = ((right - left) * mm * 1000) / 13;
  breakLines([{ text: lead, weight: 'regular' }], room, room - 2000).forEach((line, i) => {
    sheet.line(left + (i === 0 ? 26 / mm : 0), 50 + i * 7.6, line.pieces, { size: 13 });
  });
  drawLines(sheet, parts.of('face'));
  drawQr(sheet, frame.verifyUrl, left, 232, 28);
  const [code = '', how = ''] = parts.lines('check');
  sheet.text(52, 240, code, { size: 11, colour: ink.second });
  sheet.text(52, 246, spacedCode(frame.code), { size: 11, weight: 'bold' });
  sheet.text(52, 252, how, { size: 9, colour: ink.second });
  if (frame.seal) sheet.lay(seal(frame.seal.office, frame.seal.foot), 128 - 19, 246 - 19, 38);
  parts.lines('sign').forEach((line, i) => sheet.text(right, 242 + i * 8, line, { size: 12, align: 'right' }));
}

/** Label and value, a hairline under each; twelve lines or sixteen fill the face down to the seal. */
function drawLines(sheet: Sheet, blocks: readonly Block[]): void {
  const fields = blocks.flatMap((block) => (block.kind === 'field' ? [block] : []));
  const broken = fields.map(({ spans }) => breakLines(spans, ((right - 54) * mm * 1000) / 12));
  const extra = broken.reduce((sum, lines) => sum + lines.length - 1, 0) * 5.6;
  const pitch = Math.min(10.6, Math.max(8.6, (224 - 66 - extra) / fields.length));
  let y = 66;
  fields.forEach(({ label }, n) => {
    const lines = broken[n] ?? [];
    // Eight characters of 统一社会信用代码 would touch the value at 12 points.
    sheet.text(left, y + pitch / 2, label, { size: label.length > 7 ? 11 : 12, colour: ink.second });
    lines.forEach((line, i) => sheet.line(54, y + pitch / 2 + i * 5.6, line.pieces, { size: 12 }));
    y += pitch + (lines.length - 1) * 5.6;
    sheet.rule(left, y, right, y);
  });
}

/** Parcels and who granted them, then the sketch beside the records of what came after, then what to mind. */
function drawAnnex(sheet: Sheet, view: LandView, parts: Parts, frame: PaperFrame): void {
  sheet.addPage();
  const area: Area = { left, right, top: 30, bottom: 268 };
  const flow = new Flow(sheet, area);
  flow.size = 10;
  const draw = (into: Flow, part: string, size: number): void => {
    for (const block of parts.of(part))
      if (block.kind === 'paragraph') into.paragraph(block.spans, { size });
      else drawBlock(into, block, view, frame);
  };
  draw(flow, 'land', 8);
  // 22 块以上地块表续页，示意图另起一页（版式说明第五节）。
  if (view.parcels.length > 22) flow.turnPage();
  flow.room(86);
  const top = flow.y + 2;
  const bottom = drawSketchAt(sheet, view, parts, top);
  const records = new Flow(sheet, { ...area, left: 110, top });
  records.size = 10;
  draw(records, 'records', 8);
  flow.y = Math.max(bottom, records.y) + 2;
  draw(flow, 'notes', 9);
  flow.gap(2);
  for (const line of parts.lines('issuer')) flow.paragraph(line, { size: 9, colour: ink.second });
}

/** The sketch at the left of the records; returns where it ends. */
function drawSketchAt(sheet: Sheet, { sketch }: LandView, parts: Parts, top: number): number {
  if (!sketch?.plots.length) {
    for (const none of parts.lines('unmapped')) sheet.text(left, top + 4, none, { size: 9, colour: ink.second });
    return top + 10;
  }
  drawSketch(sheet, sketch, { x: left, y: top, width: 84, height: 64 });
  for (const caption of parts.lines('sketch')) sheet.text(left, top + 67.5, caption, { size: 8, colour: ink.second });
  return top + 72;
}
