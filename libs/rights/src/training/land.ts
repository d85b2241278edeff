import type { Flat } from '../shape/plane.js';
import { CELL_M } from './cell.js';
import type { Dice } from './dice.js';

/** A neighbour is another plot, by its number, or a thing that has a name. */
export type Neighbour = number | string;

export interface Plot {
  /** Corners on the county's plane, against the clock. */
  corners: Flat[];
  row: number;
  place: string;
  east: Neighbour;
  west: Neighbour;
  south: Neighbour;
  north: Neighbour;
}

const MARGIN_M = 18;
const LEAN_M = 7;
const FRONT_M = 22;
const DEEPEST_M = 112;
const MOST_ROWS = 7;
const NARROWEST_M = 2;
/** Between rows: nothing but a ridge that both share, a farm road, or a ditch. */
const gaps = { ridge: 0, 生产路: 6, 水渠: 5 } as const;
type Gap = keyof typeof gaps;
const places = [
  '北大洼',
  '井北',
  '大道北',
  '柳行',
  '老河沿',
  '东沟',
  '南坡',
  '六亩地',
  '长条地',
  '西洼',
  '场院南',
  '砖井',
];

interface Row {
  top: number;
  bottom: number;
  /** What lies south of it. */
  below: Gap | '村界路';
  above: Gap | '村界路';
  segments: { cuts: number[]; first: number }[];
}

/** A boundary that follows the plough, not the ruler; the same function for the plots on both its sides. */
function wave(x: number, line: number): number {
  return 1.6 * Math.sin(x / 83 + line * 1.7) + 0.7 * Math.sin(x / 29 + line);
}

/**
 * Lays the land of one village: rows of leaning strips along roads, ditches and ridges round the houses. Plots of one
 * row share their sides; rows parted by a ridge alone share every corner along it, so that the shapes tile the land.
 */
export function layLand(dice: Dice, [west, south]: Flat, count: number): Plot[] {
  const rows = layRows(dice, count);
  const plots: Plot[] = [];
  rows.forEach((row, r) => {
    const segments = row.segments;
    segments.forEach((segment, s) => {
      for (let i = 0; i + 1 < segment.cuts.length; i++) {
        const last = i + 2 === segment.cuts.length;
        plots.push({
          corners: cornersOf(rows, r, segment.cuts[i]!, segment.cuts[i + 1]!).map(([x, y]) => [west + x, south + y]),
          row: r,
          place: places[(r * 2 + s) % places.length]!,
          west: i > 0 ? plots.length - 1 : s > 0 ? '村庄' : '村界路',
          east: !last ? plots.length + 1 : s + 1 < segments.length ? '村庄' : '村界路',
          north:
            row.above === 'ridge'
              ? (opposite(rows[r - 1], segment.cuts[i]!, segment.cuts[i + 1]!, -LEAN_M) ?? '村庄')
              : row.above,
          south:
            row.below === 'ridge'
              ? (opposite(rows[r + 1], segment.cuts[i]!, segment.cuts[i + 1]!, LEAN_M) ?? '村庄')
              : row.below,
        });
      }
    });
  });
  return plots;
}

/** South of the last row of strips, whatever the number of rows: seven of them end above it. */
const COMMON_TOP_M = 112;
const COMMON_BOTTOM_M = 22;

/** Land that the collective never contracted out: a few broad fields beyond the strips, side by side along the south. */
export function layCommon(dice: Dice, [west, south]: Flat, count: number): Plot[] {
  const names = ['机动地', '南荒', '河滩地', '老场院'];
  const first = dice.between(120, 260);
  const cuts = Array.from({ length: count }, () => dice.between(60, 110)).reduce(
    (sum, width) => [...sum, (sum.at(-1) ?? first) + width],
    [first],
  );
  const at = (x: number, y: number, line: number): Flat => [west + x, south + y + wave(x, line)];
  return Array.from({ length: count }, (_, i) => {
    const [left, right] = [cuts[i]!, cuts[i + 1]!];
    return {
      corners: [
        at(left - LEAN_M, COMMON_BOTTOM_M, 97),
        at(right - LEAN_M, COMMON_BOTTOM_M, 97),
        at(right, COMMON_TOP_M, 98),
        at(left, COMMON_TOP_M, 98),
      ],
      row: MOST_ROWS,
      place: names[i % names.length]!,
      west: i > 0 ? '村集体' : '生产路',
      east: i + 1 < count ? '村集体' : '生产路',
      north: '村界路',
      south: '村界路',
    };
  });
}

function layRows(dice: Dice, count: number): Row[] {
  const rowCount = Math.min(MOST_ROWS, Math.max(1, Math.ceil((count * FRONT_M) / (CELL_M - 2 * MARGIN_M))));
  const rows: Row[] = [];
  let top = CELL_M - MARGIN_M;
  for (let r = 0; r < rowCount; r++) {
    const above = rows.at(-1)?.below ?? '村界路';
    const below =
      r + 1 === rowCount
        ? '村界路'
        : above === 'ridge'
          ? dice.one<Gap>(['生产路', '水渠'])
          : dice.one<Gap>(['ridge', '生产路', '水渠']);
    const bottom = top - dice.between(DEEPEST_M - 14, DEEPEST_M);
    rows.push({ top, bottom, above, below, segments: [] });
    top = bottom - (below === '村界路' ? 0 : gaps[below]);
  }
  const stretches = rows.flatMap((row, r) => spans(r, rowCount).map((span) => ({ row, span })));
  const total = stretches.reduce((sum, { span }) => sum + span[1] - span[0], 0);
  if (total / count < NARROWEST_M) throw new RangeError(`A village has no room for ${count} parcels.`);
  let [laid, walked] = [0, 0];
  for (const { row, span } of stretches) {
    walked += span[1] - span[0];
    const share = Math.max(Math.round((walked / total) * count) - laid, 0);
    if (share > 0) row.segments.push({ cuts: cutSpan(dice, span, share), first: laid });
    laid += share;
  }
  return rows;
}

/** The houses stand in the middle of the two middle rows, where there are rows enough. */
function spans(row: number, rowCount: number): [number, number][] {
  const [from, to] = [MARGIN_M + LEAN_M, CELL_M - MARGIN_M];
  const middle = Math.floor((rowCount - 1) / 2);
  if (rowCount < 3 || (row !== middle && row !== middle + 1)) return [[from, to]];
  return [
    [from, 350],
    [610, to],
  ];
}

function cutSpan(dice: Dice, [from, to]: [number, number], share: number): number[] {
  const widths = Array.from({ length: share }, () => dice.between(0.7, 1.5));
  const scale = (to - from) / widths.reduce((a, b) => a + b, 0);
  const cuts = [from];
  for (const width of widths) cuts.push(cuts.at(-1)! + width * scale);
  cuts[share] = to;
  return cuts;
}

/** Cuts are kept where a row begins, at its top; at its bottom every strip has leant west. */
function cornersOf(rows: Row[], r: number, left: number, right: number): Flat[] {
  const row = rows[r]!;
  const bottom = (x: number): Flat => [x, row.bottom + wave(x, lineBelow(rows, r))];
  const top = (x: number): Flat => [
    x,
    row.top + wave(x, r === 0 ? 0 : row.above === 'ridge' ? lineBelow(rows, r - 1) : r * 2),
  ];
  const south = row.below === 'ridge' ? cutsWithin(rows[r + 1]!, left - LEAN_M, right - LEAN_M) : [];
  const north =
    row.above === 'ridge' ? cutsWithin(rows[r - 1]!, left + LEAN_M, right + LEAN_M).map((x) => x - LEAN_M) : [];
  return [
    bottom(left - LEAN_M),
    ...south.map(bottom),
    bottom(right - LEAN_M),
    top(right),
    ...north.reverse().map(top),
    top(left),
  ];
}

function lineBelow(rows: Row[], r: number): number {
  return r + 1 === rows.length ? 99 : r * 2 + 1;
}

/** Corners of the other row on the shared ridge, strictly between two of ours. */
function cutsWithin(row: Row, from: number, to: number): number[] {
  return row.segments.flatMap(({ cuts }) => cuts).filter((x) => x > from + 1e-6 && x < to - 1e-6);
}

/** The plot of the other row that lies along the middle of ours. */
function opposite(row: Row | undefined, left: number, right: number, lean: number): number | undefined {
  const x = (left + right) / 2 - lean;
  for (const { cuts, first } of row?.segments ?? []) {
    const i = cuts.findIndex((cut, at) => cut <= x && x < (cuts[at + 1] ?? -Infinity));
    if (i >= 0) return first + i;
  }
  return undefined;
}
