import type { Flow } from '../drawing/flow.js';
import type { PaperFrame } from '../drawing/frame.js';
import { ink, mm } from '../drawing/ink.js';
import { drawSketch, type Sketch } from '../drawing/map-sketch.js';
import { seal } from '../drawing/seal.js';
import { drawTable } from '../drawing/table.js';
import { blankDay, frameWords } from '../paper.words.js';
import { type Block, type Order, wordsIn } from './markup.js';

/** What the orders of a template draw beside the words. */
export interface LandOf {
  readonly sketch?: Sketch | undefined;
}

/** Draws one block of a letter where the flow has come to. */
export function drawBlock(flow: Flow, block: Block, land: LandOf, frame: PaperFrame): void {
  switch (block.kind) {
    case 'title': {
      // A title stands clear of the platform's name and the QR at the head of the first page.
      flow.y = Math.max(flow.y, 29);
      return flow.title(wordsIn(block.spans));
    }
    case 'subtitle':
      return flow.paragraph(block.spans, { size: flow.size - 1, align: 'centre', colour: ink.second });
    case 'heading':
      return flow.heading(wordsIn(block.spans));
    case 'address':
      return flow.paragraph(block.spans.map((span) => ({ ...span, weight: 'bold' as const })), { after: 1 }); // prettier-ignore
    case 'paragraph':
      return flow.paragraph(block.spans, { indent: 2 });
    case 'flush':
      return flow.paragraph(block.spans);
    case 'item':
      flow.sheet.text(flow.area.left + 3, flow.y + (flow.size * 0.825) / mm, '—', { size: flow.size });
      return flow.paragraph(block.spans, { hang: (flow.size * 2.2) / mm });
    case 'small':
      return flow.paragraph(block.spans, { size: Math.max(9, flow.size - 2.5), colour: ink.second, lead: 1.5 });
    case 'field':
      return flow.field(block.label, block.spans, flow.size > 14 ? 46 : 36);
    case 'table': {
      const { columns, rows, style, total } = block;
      return drawTable(flow, columns, rows, { size: Math.min(10, flow.size - 1.5), ...style, total });
    }
    case 'order':
      return carryOut[block.name](flow, block.words, land, frame);
  }
}

type Draw = (flow: Flow, words: readonly string[], land: LandOf, frame: PaperFrame) => void;

const carryOut: Record<Order, Draw> = {
  letterhead: drawLetterhead,
  number: (flow, _, __, frame) => flow.paragraph(frame.number, { size: 11, align: 'centre', after: 3 }),
  sketch: drawSketchBlock,
  gap: (flow, [height = '4']) => flow.gap(Number(height)),
  rule: (flow) => {
    flow.gap(2);
    flow.sheet.rule(flow.area.left, flow.y, flow.area.right, flow.y, ink.line);
    flow.gap(3);
  },
  page: (flow) => flow.turnPage(),
  size: (flow, [size = '12']) => void (flow.size = Number(size)),
  sign: drawSignature,
  hands: drawHands,
  receipt: drawReceipt,
  frame: () => undefined,
};

/** 红头：发文机关、发文字号、红线. */
function drawLetterhead(flow: Flow, _: readonly string[], __: LandOf, frame: PaperFrame): void {
  const { sheet, area } = flow;
  const middle = (area.left + area.right) / 2;
  const size = Math.min(24, ((area.right - area.left - 44) * mm) / [...frame.authority].length);
  sheet.text(middle, 31, frame.authority, { size, weight: 'bold', colour: ink.seal, align: 'centre' });
  sheet.text(middle, 42, frame.number, { size: 11, align: 'centre' });
  sheet.rule(area.left, 47, area.right, 47, ink.seal, 0.7);
  flow.y = 54;
}

/** Millimetres that a heading and the map under it need together; 0 where no map follows. */
export function sketchAfter(block: Block | undefined, { sketch }: LandOf): number {
  const follows = block?.kind === 'order' && block.name === 'sketch' && (sketch?.plots.length ?? 0) > 0;
  return follows ? Number(block.words[0]) + 18 : 0;
}

/** The map with its caption, or the words that stand in its place. */
function drawSketchBlock(flow: Flow, [height, caption = '', none = '']: readonly string[], { sketch }: LandOf): void {
  if (!sketch?.plots.length) return flow.paragraph(none, { size: 9, colour: ink.second });
  const tall = Number(height);
  flow.room(tall + 8);
  drawSketch(flow.sheet, sketch, { x: flow.area.left, y: flow.y, width: flow.width, height: tall });
  flow.y += tall + 1;
  flow.paragraph(caption, { size: 8.5, colour: ink.second, align: 'centre', after: 2 });
}

/** The issuing office at the right, its seal across it, and the day: never parted from each other by a page. */
function drawSignature(flow: Flow, [office = '', day = '']: readonly string[], _: LandOf, frame: PaperFrame): void {
  flow.room(37);
  flow.gap(13);
  const size = flow.size;
  const widest = Math.max(flow.sheet.widthOf(office, size), 40);
  const middle = flow.area.right - 4 - widest / 2;
  // The seal touches the name without covering it, so that both can be read.
  if (frame.seal) flow.sheet.lay(seal(frame.seal.office, frame.seal.foot), middle - widest / 2 - 37, flow.y - 14, 38);
  flow.sheet.text(middle, flow.y, office, { size, align: 'centre' });
  flow.sheet.text(middle, flow.y + (size * 1.7) / mm, day, { size, align: 'centre' });
  flow.y += 24;
}

/** Places for hands: one box per party, with room for signature, seal or fingerprint and the day. */
function drawHands(flow: Flow, words: readonly string[]): void {
  const perRow = Math.min(words.length, 2);
  const width = (flow.width - (perRow - 1) * 6) / perRow;
  for (let i = 0; i < words.length; i += perRow) {
    flow.room(36);
    words.slice(i, i + perRow).forEach((word, n) => {
      const x = flow.area.left + n * (width + 6);
      const { sheet, y } = flow;
      sheet.stroke(sheet.box(x, y, width, 32), ink.line, 0.2);
      sheet.text(x + 3, y + 5, word, { size: 10.5, weight: 'bold' });
      sheet.text(x + 3, y + 27, `${frameWords.dated}${blankDay('　')}`, { size: 10, colour: ink.second });
    });
    flow.y += 35;
  }
}

/** 送达回证: torn off, signed by who received the letter, and kept in the case. */
function drawReceipt(flow: Flow, words: readonly string[]): void {
  const [title = '', what = '', by = '', at = '', from = '', how = ''] = words;
  flow.room(40);
  flow.y = Math.max(flow.y, flow.area.bottom - 38);
  const { sheet, area, y } = flow;
  sheet.stroke(`${sheet.x(area.left)} ${sheet.y(y)} m ${sheet.x(area.right)} ${sheet.y(y)} l`, ink.line, 0.25, '3 3');
  sheet.text((area.left + area.right) / 2, y + 6, title, { size: 12, weight: 'bold', align: 'centre' });
  sheet.text(area.left, y + 14, what, { size: 10.5 });
  sheet.text(area.left, y + 23, by, { size: 10.5 });
  sheet.text(area.left + 84, y + 23, at, { size: 10.5 });
  sheet.text(area.left, y + 31, from, { size: 10.5 });
  sheet.text(area.left + 84, y + 31, how, { size: 10.5 });
  flow.y = y + 36;
}
