import { create } from 'qrcode';
import type { Sheet } from './sheet.js';
import { ink } from './ink.js';

/** A QR code as vector squares, sharp at any size; runs of dark squares are one rectangle. */
export function drawQr(sheet: Sheet, text: string, x: number, y: number, width: number): void {
  // A fixed mask halves the work; any mask is valid and phones read all of them.
  const { modules } = create(text, { errorCorrectionLevel: 'M', maskPattern: 3 });
  const square = width / modules.size;
  const path: string[] = [];
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size;) {
      let end = column;
      while (end < modules.size && modules.get(row, end)) end++;
      if (end > column) path.push(sheet.box(x + column * square, y + row * square, (end - column) * square, square));
      column = end + 1;
    }
  sheet.fill(path.join(' '), ink.text);
}
