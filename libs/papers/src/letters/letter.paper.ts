import { instant } from '#kernel';
import { Flow } from '../drawing/flow.js';
import { drawFrame, type PaperFrame } from '../drawing/frame.js';
import { ink } from '../drawing/ink.js';
import { Sheet } from '../drawing/sheet.js';
import { type LandOf, drawBlock, sketchAfter } from './draw-block.js';
import { parseLetter, type Block, type Order } from './markup.js';

const margins = { left: 24, right: 186 };

/** Sets a filled letter on A4 pages, so that its signature never stands alone on the last one. */
export function drawLetter(title: string, text: string, land: LandOf, frame: PaperFrame): Buffer {
  const blocks = parseLetter(text);
  // 落款不得单独成页，不用“此页无正文”（党政机关公文格式 GB/T 9704）：先排紧些，还不行就带上前面几行一起换页。
  for (const density of [1, 0.93, 0.87]) {
    const setting = setLetter(title, blocks, land, frame, { density });
    if (!setting.lonely) return setting.sheet.bytes();
  }
  let turnBefore = blocks.findIndex((block) => block.kind === 'order' && endings.has(block.name)) - 3;
  while (blocks[turnBefore - 1]?.kind === 'heading') turnBefore--;
  return setLetter(title, blocks, land, frame, { density: 1, turnBefore }).sheet.bytes();
}

interface Setting {
  readonly density: number;
  /** The block that starts a new page. */
  readonly turnBefore?: number;
}

function setLetter(
  title: string,
  blocks: readonly Block[],
  land: LandOf,
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
    if (block.kind === 'heading') flow.room(sketchAfter(blocks[i + 1], land));
    drawBlock(flow, block, land, frame);
    if (block.kind === 'order' && endings.has(block.name)) lonely ||= sheet.pageCount > before;
  });
  if (blocks.some((block) => block.kind === 'order' && block.name === 'frame')) drawBorder(sheet);
  drawFrame(sheet, frame, title, margins);
  return { sheet, lonely };
}

const endings: ReadonlySet<Order> = new Set(['sign', 'hands', 'receipt']);

/** The double frame of the attestation. */
function drawBorder(sheet: Sheet): void {
  for (let page = 1; page <= sheet.pageCount; page++) {
    sheet.turnTo(page);
    sheet.stroke(sheet.box(6, 6, sheet.width - 12, sheet.height - 12), ink.field, 0.8);
    sheet.stroke(sheet.box(7.6, 7.6, sheet.width - 15.2, sheet.height - 15.2), ink.field, 0.25);
  }
}
