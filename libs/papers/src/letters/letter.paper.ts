import { instant } from '#kernel';
import { Flow } from '../drawing/flow.js';
import { drawFrame, type PaperFrame } from '../drawing/frame.js';
import { ink, mm } from '../drawing/ink.js';
import { drawSketch, type Sketch } from '../drawing/map-sketch.js';
import { drawParcels, drawParcelsInFull, type ParcelRow } from '../drawing/parcel-table.js';
import { seal } from '../drawing/seal.js';
import { Sheet } from '../drawing/sheet.js';
import { drawTable } from '../drawing/table.js';
import { parseLetter, type Block, type Order } from './markup.js';

const margins = { left: 24, right: 186 };

/** What the orders of a template draw beside the words. */
interface LandOf {
  readonly parcels?: readonly ParcelRow[];
  readonly sketch?: Sketch | undefined;
}

/** Sets a filled letter on A4 pages, so that its signature never stands alone on the last one. */
export function drawLetter(title: string, text: string, view: LandOf, frame: PaperFrame): Buffer {
  const blocks = parseLetter(text);
  // 落款不得单独成页，不用“此页无正文”（党政机关公文格式 GB/T 9704）：先排紧些，还不行就带上前面几行一起换页。
  for (const density of [1, 0.93, 0.87]) {
    const setting = setLetter(title, blocks, view, frame, { density });
    if (!setting.lonely) return setting.sheet.bytes();
  }
  let turnBefore = blocks.findIndex((block) => block.kind === 'order' && endings.has(block.name)) - 3;
  while (blocks[turnBefore - 1]?.kind === 'heading') turnBefore--;
  return setLetter(title, blocks, view, frame, { density: 1, turnBefore }).sheet.bytes();
}

interface Setting {
  readonly density: number;
  /** The block that starts a new page. */
  readonly turnBefore?: number;
}

function setLetter(
  title: string,
  blocks: readonly Block[],
  view: LandOf,
  frame: PaperFrame,
  setting: Setting,
): { sheet: Sheet; lonely: boolean } {
  const sheet = new Sheet({ title: `${title} ${frame.number}`, madeAt: instant(frame.madeAt) });
  const flow = new Flow(sheet, { ...margins, top: 22, bottom: 274 });
  flow.density = setting.density;
  let lonely = false;
  blocks.forEach((block, i) => {
    if (i === setting.turnBefore) flow.turnPage();
    const before = sheet.pageCount;
    drawBlock(flow, block, view, frame);
    if (block.kind === 'order' && endings.has(block.name)) lonely ||= sheet.pageCount > before;
  });
  if (blocks.some((block) => block.kind === 'order' && block.name === 'frame')) drawBorder(sheet);
  drawFrame(sheet, frame, title, margins);
  return { sheet, lonely };
}

const endings: ReadonlySet<Order> = new Set(['sign', 'hands', 'receipt']);

function drawBlock(flow: Flow, block: Block, view: LandOf, frame: PaperFrame): void {
  switch (block.kind) {
    case 'title': {
      // A title stands clear of the platform's name and the QR at the head of the first page.
      flow.y = Math.max(flow.y, 29);
      return flow.title(block.spans.map((span) => span.text).join(''));
    }
    case 'subtitle':
      return flow.paragraph(block.spans, { size: flow.size - 1, align: 'centre', colour: ink.second });
    case 'heading':
      return flow.heading(block.spans.map((span) => span.text).join(''));
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
    case 'table':
      return drawTable(flow, block.columns, block.rows, { size: Math.min(10, flow.size - 1.5), total: block.total });
    case 'order':
      return carryOut[block.name](flow, block.words, view, frame);
  }
}

type Draw = (flow: Flow, words: readonly string[], view: LandOf, frame: PaperFrame) => void;

const carryOut: Record<Order, Draw> = {
  letterhead: drawLetterhead,
  number: (flow, _, __, frame) => flow.paragraph(frame.number, { size: 11, align: 'centre', after: 3 }),
  parcels: (flow, [form], view) =>
    (form === 'full' ? drawParcelsInFull : drawParcels)(flow, view.parcels ?? [], form === 'full' ? 7.5 : 9),
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

function drawSketchBlock(flow: Flow, [height = '70']: readonly string[], view: LandOf): void {
  if (!view.sketch?.plots.length) return flow.paragraph('没有地块图形，以现场指界和合同附图为准。', { size: 9, colour: ink.second }); // prettier-ignore
  const tall = Number(height);
  flow.room(tall + 8);
  drawSketch(flow.sheet, view.sketch, { x: flow.area.left, y: flow.y, width: flow.width, height: tall });
  flow.y += tall + 1;
  flow.paragraph('示意图，不作为界址依据', { size: 8.5, colour: ink.second, align: 'centre', after: 2 });
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
      sheet.text(x + 3, y + 27, '日期：　　　　年　　月　　日', { size: 10, colour: ink.second });
    });
    flow.y += 35;
  }
}

/** 送达回证: torn off, signed by who received the letter, and kept in the case. */
function drawReceipt(flow: Flow, words: readonly string[], _: LandOf, frame: PaperFrame): void {
  flow.room(40);
  flow.y = Math.max(flow.y, flow.area.bottom - 38);
  const { sheet, area, y } = flow;
  sheet.stroke(`${sheet.x(area.left)} ${sheet.y(y)} m ${sheet.x(area.right)} ${sheet.y(y)} l`, ink.line, 0.25, '3 3');
  sheet.text((area.left + area.right) / 2, y + 6, '送 达 回 证', { size: 12, weight: 'bold', align: 'centre' });
  sheet.text(area.left, y + 14, `${frame.number}　${words[0] ?? ''}，本人已经收到。`, { size: 10.5 });
  sheet.text(area.left, y + 23, '收到人（签名或按手印）：', { size: 10.5 });
  sheet.text(area.left + 84, y + 23, '收到时间：　　　　年　　月　　日　　时', { size: 10.5 });
  sheet.text(area.left, y + 31, '送达人：', { size: 10.5 });
  sheet.text(area.left + 84, y + 31, '送达方式：□ 当面　□ 邮寄　□ 留置　□ 短信', { size: 10.5 });
  flow.y = y + 36;
}

/** The double frame of the attestation. */
function drawBorder(sheet: Sheet): void {
  for (let page = 1; page <= sheet.pageCount; page++) {
    sheet.turnTo(page);
    sheet.stroke(sheet.box(6, 6, sheet.width - 12, sheet.height - 12), ink.field, 0.8);
    sheet.stroke(sheet.box(7.6, 7.6, sheet.width - 15.2, sheet.height - 15.2), ink.field, 0.25);
  }
}
