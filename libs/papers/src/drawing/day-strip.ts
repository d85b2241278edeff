import { type Day, weekdayOf } from '#kernel';
import type { Flow } from './flow.js';
import { ink } from './ink.js';
import type { Sheet } from './sheet.js';

/** A day of a period, as a sheet shows it. */
export interface DayDrawn {
  /** YYYY-MM-DD. */
  readonly day: Day;
  /** 周一, or 补班 for a weekend that is worked. */
  readonly weekday: string;
  /** 国庆, 第 3 天, 网站 … */
  readonly note: string;
  readonly kind: 'count' | 'skip' | 'event';
}

/** A period as a calendar of plots, seven to a row, Monday first. */
export function drawDayStrip(flow: Flow, days: readonly DayDrawn[]): void {
  const gap = 1.5;
  const width = (flow.width - 6 * gap) / 7;
  const height = 15.5;
  const lead = weekdayIndex(days[0]);
  const rows = Math.ceil((lead + days.length) / 7);
  flow.room(rows * (height + gap));
  days.forEach((day, i) => {
    const place = lead + i;
    const x = flow.area.left + (place % 7) * (width + gap);
    drawDay(flow.sheet, day, x, flow.y + Math.floor(place / 7) * (height + gap), width, height);
  });
  flow.y += rows * (height + gap) + 2;
}

/** Monday first: the strip begins under its own weekday. */
function weekdayIndex(first: DayDrawn | undefined): number {
  return first ? (weekdayOf(first.day) + 6) % 7 : 0;
}

/** Sown days count, hatched ones lie fallow, framed ones are events; each also says so in words. */
function drawDay(sheet: Sheet, day: DayDrawn, x: number, y: number, width: number, height: number): void {
  const box = sheet.box(x, y, width, height);
  if (day.kind === 'count') sheet.fill(box, ink.fieldTint);
  if (day.kind === 'skip') {
    sheet.fill(box, ink.fallow);
    const lines: string[] = [];
    for (let at = -height; at < width; at += 2.4)
      lines.push(`${sheet.x(x + at)} ${sheet.y(y + height)} m ${sheet.x(x + at + height)} ${sheet.y(y)} l`);
    sheet.write(`q ${box} W n`);
    sheet.stroke(lines.join(' '), '#d5d6cd', 0.3);
    sheet.write('Q');
  }
  const edge = day.kind === 'count' ? ink.field : day.kind === 'event' ? ink.canal : ink.hair;
  sheet.stroke(box, edge, day.kind === 'event' ? 0.6 : 0.25);
  const colour = day.kind === 'skip' ? ink.second : day.kind === 'event' ? ink.canal : ink.text;
  const middle = x + width / 2;
  sheet.text(middle, y + 3.4, day.weekday, { size: 9.5, colour, align: 'centre' });
  const [, month, date] = day.day.split('-').map(Number);
  sheet.text(middle, y + 8, `${month}/${date}`, { size: 13, weight: 'bold', colour, align: 'centre' });
  sheet.text(middle, y + 12.4, day.note, { size: 9.5, colour, align: 'centre' });
}
