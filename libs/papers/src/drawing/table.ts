import { ink, mm } from './ink.js';
import { breakLines, type Line } from './line-break.js';
import { spansOf, type Cell, type Flow } from './flow.js';

export interface Column {
  readonly head: string;
  /** In parts of the table's width. */
  readonly share: number;
  readonly align?: 'left' | 'centre' | 'right' | undefined;
}

export interface TableStyle {
  readonly size?: number;
  /** The last row adds the others up and is set bold. */
  readonly total?: readonly Cell[] | undefined;
  readonly lead?: number;
}

interface LaidRow {
  readonly cells: Line[][];
  readonly height: number;
}

/** A ruled table that goes on over pages, its head repeated on each; a row is never parted. */
export function drawTable(
  flow: Flow,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  style: TableStyle = {},
): void {
  const size = style.size ?? 9;
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => (flow.width * column.share) / shares);
  const lead = (size * (style.lead ?? 1.35)) / mm;
  const padding = 1.1;
  const lay = (cells: readonly Cell[], weight: 'regular' | 'bold'): LaidRow => {
    const lines = columns.map((_, i) =>
      breakLines(spansOf(cells[i] ?? '', weight), (((widths[i] ?? 0) - 2 * padding) * mm * 1000) / size),
    );
    return { cells: lines, height: Math.max(...lines.map((one) => one.length)) * lead + 2 * padding };
  };
  const head = lay(columns.map((column) => column.head), 'bold'); // prettier-ignore
  const draw = (row: LaidRow, isHead = false): void => {
    const { sheet } = flow;
    let x = flow.area.left;
    if (isHead) sheet.fill(sheet.box(x, flow.y, flow.width, row.height), '#f1f3ea');
    row.cells.forEach((lines, i) => {
      const width = widths[i] ?? 0;
      sheet.stroke(sheet.box(x, flow.y, width, row.height), ink.line, 0.2);
      const align = columns[i]?.align ?? 'left';
      const at = align === 'right' ? x + width - padding : align === 'centre' ? x + width / 2 : x + padding;
      const top = flow.y + (row.height - lines.length * lead) / 2;
      lines.forEach((line, n) => sheet.line(at, top + (n + 0.5) * lead, line.pieces, { size, align }));
      x += width;
    });
    flow.y += row.height;
  };
  const laid = rows.map((cells) => lay(cells, 'regular'));
  if (style.total) laid.push(lay(style.total, 'bold'));
  flow.room(head.height + (laid[0]?.height ?? 0) + 1);
  draw(head, true);
  for (const [i, row] of laid.entries()) {
    // The total never stands alone on a new page under a repeated head.
    const keep = i === laid.length - 2 && style.total ? (laid[i + 1]?.height ?? 0) : 0;
    if (flow.y + row.height + keep > flow.area.bottom && flow.y > flow.area.top + head.height + 1) {
      flow.turnPage();
      draw(head, true);
    }
    draw(row);
  }
  flow.y += 2;
}
