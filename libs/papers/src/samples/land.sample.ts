import { mu } from '#kernel';
import type { Sketch, SketchPlot } from '../drawing/map-sketch.js';
import type { ParcelRow } from '../views/parcel.view.js';

/** Made-up land and people for specs, previews and benches; nobody owns it. */
const rows: [string, string, string, string, string, string, string, string][] = [
  ['王麦生', '东大方', '18.42', '路', '路', '渠', '路', '18.40'],
  ['李谷香', '东大方', '16.75', '路', '王麦生', '渠', '张豆豆', '16.80'],
  ['张豆豆', '东大方', '15.30', '路', '路', '渠', '李谷香', '15.26'],
  ['王秋收', '南洼', '14.08', '刘小满', '渠', '路', '路', '14.10'],
  ['刘小满', '南洼', '13.66', '赵芒种', '渠', '王秋收', '路', '13.66'],
  ['赵芒种', '南洼', '15.91', '李春分', '渠', '刘小满', '路', '15.95'],
  ['李春分', '南洼', '12.40', '孙谷雨', '渠', '赵芒种', '路', '12.37'],
  ['孙谷雨', '南洼', '13.48', '路', '渠', '李春分', '路', '13.50'],
];

export function sampleParcels(count = rows.length): ParcelRow[] {
  return Array.from({ length: count }, (_, i) => {
    const [contractor, name, areaMu, east, south, west, north, measuredMu] = rows[
      i % rows.length
    ] as (typeof rows)[number];
    const issuer = '37012610122600';
    return {
      village: '李家桥村一组',
      contractor,
      name,
      code: `${issuer}${String(118 + i).padStart(5, '0')}`,
      bounds: { east, south, west, north },
      areaMu: mu(areaMu),
      registeredMu: mu(areaMu),
      measuredMu: mu(measuredMu),
      grade: '四等',
      landType: '水浇地',
      basicFarmland: true,
      contractCode: `${issuer}${String(i + 1).padStart(4, '0')}J`,
      part: '整块',
      use: '种植小麦',
    };
  });
}

/** Three strips of plots along a field road, in metres, as on the mock-up of the certificate. */
export function sampleSketch(own = 8): Sketch {
  const plots: SketchPlot[] = [];
  let number = 0;
  for (const [row, north] of [330, 210, 95].entries())
    for (let i = 0; i < 7; i++) {
      const west = i * 82 + row * 6;
      const ring = [[west + 5, north], [west + 85, north + 4], [west + 78, north - 98], [west - 2, north - 102]] as const; // prettier-ignore
      const mine = (row === 0 ? i >= 2 && i <= 4 : row === 1 && i >= 1 && i <= 5) && number < own;
      plots.push(mine ? { ring, number: ++number } : { ring });
    }
  return {
    unit: 'metre',
    plots,
    lines: [
      { kind: 'road', points: [[-40, 219], [290, 221], [640, 220]], name: '田间路' }, // prettier-ignore
      { kind: 'ditch', points: [[-40, -14], [100, -12], [640, -10]], name: '商中河支渠' }, // prettier-ignore
    ],
  };
}
