import { drawTable, type Column } from './table.js';
import type { Flow } from './flow.js';
import { muText, totalMu } from './words.js';

/** One parcel as every paper shows it. Areas are decimal text in mu, as entered in the legal record. */
export interface ParcelRow {
  readonly village?: string | undefined;
  readonly contractor: string;
  readonly name: string;
  readonly code: string;
  /** 东、南、西、北. */
  readonly bounds?:
    { readonly east: string; readonly south: string; readonly west: string; readonly north: string } | undefined;
  /** What is let: the whole parcel, or the part of it. */
  readonly areaMu: string;
  /** 确权面积, as the contract was registered. */
  readonly registeredMu?: string | undefined;
  readonly measuredMu?: string | undefined;
  readonly grade?: string | undefined;
  readonly landType?: string | undefined;
  readonly basicFarmland?: boolean | undefined;
  readonly contractCode?: string | undefined;
  readonly certificateNumber?: string | undefined;
  /** 整块 or 部分, with the portion's words. */
  readonly part?: string | undefined;
  readonly use?: string | undefined;
  readonly encumbrance?: string | undefined;
  readonly note?: string | undefined;
}

export function boundsText(row: ParcelRow): string {
  const { bounds } = row;
  return bounds ? `东${bounds.east}、南${bounds.south}、西${bounds.west}、北${bounds.north}` : '';
}

/** The five columns of the certificate and the board sheet. */
export function drawParcels(flow: Flow, rows: readonly ParcelRow[], size = 9): void {
  const columns: Column[] = [
    { head: '序', share: 8, align: 'centre' },
    { head: '承包方', share: 17 },
    { head: '地块名称、代码', share: 58 },
    { head: '四至', share: 64 },
    { head: '流转面积（亩）', share: 23, align: 'right' },
  ];
  drawTable(
    flow,
    columns,
    rows.map((row, i) => [
      String(i + 1),
      row.contractor,
      `${row.name} ${row.code}`,
      boundsText(row),
      muText(row.areaMu),
    ]),
    { size, total: ['', '', '合计', `${rows.length} 块`, totalMu(rows.map((row) => row.areaMu))] },
  );
}

/** Every field of the parcel table; related fields share a cell so that it fits an upright page. */
export function drawParcelsInFull(flow: Flow, rows: readonly ParcelRow[], size = 7.5): void {
  const measured = rows.some((row) => row.measuredMu);
  const registered = rows.some((row) => row.registeredMu);
  const columns: Column[] = [
    { head: '序', share: 6.5, align: 'centre' },
    { head: '村（组）、承包方', share: 20 },
    { head: '地块名称、地块代码，承包合同代码、权证号', share: 32.5 },
    { head: '坐落（四至）', share: 29 },
    { head: '流转面积（亩）', share: 13, align: 'right' },
    ...(registered ? [{ head: '确权面积（亩）', share: 13, align: 'right' as const }] : []),
    ...(measured ? [{ head: '实测面积（亩）', share: 13, align: 'right' as const }] : []),
    { head: '质量等级、土地类型', share: 19 },
    { head: '整块或部分、现状、权利负担、备注', share: 27 },
  ];
  const lines = rows.map((row, i) => [
    String(i + 1),
    join('，', row.village, row.contractor),
    join(' ', row.name, row.code, row.contractCode, row.certificateNumber),
    boundsText(row),
    muText(row.areaMu),
    ...(registered ? [row.registeredMu ? muText(row.registeredMu) : ''] : []),
    ...(measured ? [row.measuredMu ? muText(row.measuredMu) : '未测'] : []),
    join('，', row.grade, row.landType, farmland(row.basicFarmland)),
    join('，', row.part, row.use, row.encumbrance, row.note),
  ]);
  const total = ['', '合计', `${rows.length} 块`, '', totalMu(rows.map((row) => row.areaMu))];
  if (registered) total.push(totalMu(rows.map((row) => row.registeredMu ?? '0')));
  if (measured) total.push(totalMu(rows.map((row) => row.measuredMu ?? '0')));
  drawTable(flow, columns, lines, { size, total, lead: 1.3 });
}

function farmland(basic: boolean | undefined): string | undefined {
  return basic === undefined ? undefined : basic ? '永久基本农田' : '非基本农田';
}

function join(between: string, ...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(between);
}
