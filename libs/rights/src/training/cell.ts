import type { Flat } from '../shape/plane.js';

/** Side of the square a village of the training county has to itself, in metres. */
export const CELL_M = 960;
const [COLUMNS, ROWS] = [12, 22];
const [MIDDLE_COLUMN, MIDDLE_ROW] = [18, 33];

export interface Slot {
  /** Column and row of the town's block; the towns of 商河 fill five columns of three rows. */
  column: number;
  row: number;
  /** 0–255 within the town. */
  village: number;
  /** 0–4095, one for each village of the county: shares out the identity numbers. */
  key: number;
}

/**
 * Place of a village on the training map, from its division code alone, so that a village generated later finds its
 * place free. Streets (0xx) lie west, towns (1xx) east, other kinds further north; resident committees (below 200) fill
 * their town's block from the end.
 */
export function slotOf(divisionCode: string): Slot {
  const town = Number(divisionCode.slice(6, 9));
  const number = Number(divisionCode.slice(9, 12));
  const [block, n] = [Math.floor(town / 100), Math.max((town % 100) - 1, 0)];
  const village = (number >= 200 ? number - 200 : 255 - number) & 255;
  return {
    column: block === 0 ? -1 - (n % 4) : n % 4,
    row: Math.floor(n / 4) + Math.max(block - 1, 0) * 25,
    village,
    key: (block === 0 ? 15 - (n % 16) : (n + 1 + 5 * (block - 1)) % 16) * 256 + village,
  };
}

/** South-west corner of the village's cell on the county's plane. */
export function cellOf(divisionCode: string): Flat {
  const { column, row, village } = slotOf(divisionCode);
  const across = column * COLUMNS + (village % COLUMNS) - MIDDLE_COLUMN;
  const up = row * ROWS + Math.floor(village / COLUMNS) - MIDDLE_ROW;
  return [across * CELL_M, up * CELL_M];
}
