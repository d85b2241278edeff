import { day as asDay, instant, weekdayOf } from '#kernel';
import { Flow } from './drawing/flow.js';
import { copyText, drawMark, markTraining, spacedCode, type PaperFrame } from './drawing/frame.js';
import { ink } from './drawing/ink.js';
import { drawSketch } from './drawing/map-sketch.js';
import { drawQr } from './drawing/qr.js';
import { seal } from './drawing/seal.js';
import { Sheet } from './drawing/sheet.js';
import { drawTable } from './drawing/table.js';
import { dayText, muText, totalMu } from './drawing/words.js';
import type { NoticeDayView, NoticeSheetView } from './views/notice.view.js';

const left = 24;
const right = 273;

/** The sheet for the village board, on A3 so that it is read from two steps away; printed on A4 it shrinks to fit. */
export function drawNoticeSheet(view: NoticeSheetView, frame: PaperFrame): Buffer {
  // One sheet if it can be: people read what hangs in front, not what hangs behind.
  for (const density of [1, 0.92, 0.84]) {
    const sheet = setNotice(view, frame, density);
    if (sheet.pageCount === 1) return sheet.bytes();
  }
  return setNotice(view, frame, 1).bytes();
}

function setNotice(view: NoticeSheetView, frame: PaperFrame, density: number): Sheet {
  const sheet = new Sheet({ title: `${view.heading} ${frame.number}`, madeAt: instant(frame.madeAt), size: 'A3' });
  const flow = new Flow(sheet, { left, right, top: 22, bottom: 400 });
  flow.size = 16;
  flow.density = density;
  drawHead(flow, view, frame);
  drawLand(flow, view);
  drawPeriod(flow, view);
  drawRights(flow, view, frame);
  drawFeet(flow, view, frame);
  for (let page = 1; page <= sheet.pageCount; page++) {
    sheet.turnTo(page);
    const small = { size: 10, colour: ink.second };
    sheet.text(left, 410, `查验码 ${spacedCode(frame.code)}`, small);
    sheet.text((left + right) / 2, 410, `第 ${page} 页 共 ${sheet.pageCount} 页`, { ...small, align: 'centre' });
    sheet.text(right, 410, copyText(frame.copy), { ...small, align: 'right' });
    if (frame.copy === 0 && !frame.training) drawMark(sheet, '样本');
  }
  if (frame.training) markTraining(sheet);
  return sheet;
}

/** The heading breaks before its last phrase, not in the middle of a name. */
function drawHead(flow: Flow, view: NoticeSheetView, frame: PaperFrame): void {
  const size = 38;
  const wide = flow.sheet.widthOf(view.heading, size, 'bold') > flow.width;
  const at = view.heading.indexOf('土地经营权');
  const parts = wide && at > 0 ? [view.heading.slice(0, at), view.heading.slice(at)] : [view.heading];
  for (const part of parts)
    flow.paragraph(part, { size, weight: 'bold', align: 'centre', lead: 1.3, after: 0, colour: ink.seal });
  flow.gap(3);
  flow.paragraph(`${frame.number}（第 ${view.version} 版）`, { size: 14, align: 'centre', after: 4 });
  flow.paragraph(view.body, { indent: 2, after: 5, lead: 1.75 });
}

function drawLand(flow: Flow, view: NoticeSheetView): void {
  const top = flow.y;
  const half = (right - left - 8) / 2;
  const table = new Flow(flow.sheet, { left, right: left + half, top, bottom: flow.area.bottom });
  table.paragraph('地块（面积单位：亩）', { size: 12, weight: 'bold' });
  drawTable(
    table,
    [
      { head: '序号', share: 14, align: 'centre' },
      { head: '承包方', share: 24 },
      { head: '地块', share: 52 },
      { head: '确权面积', share: 26, align: 'right' },
    ],
    view.parcels.map((parcel, i) => [String(i + 1), parcel.contractor, `${parcel.name} …${parcel.code.slice(-5)}`, muText(parcel.areaMu)]), // prettier-ignore
    { size: 12, lead: 1.5, total: ['', '', '合计', totalMu(view.parcels.map((parcel) => parcel.areaMu))] },
  );
  const samePage = table.y >= top;
  if (view.sketch?.plots.length && samePage) {
    const height = 78;
    drawSketch(flow.sheet, view.sketch, { x: left + half + 8, y: top + 1, width: half, height });
    flow.sheet.text(left + half + 8, top + height + 5, '示意图，不作为界址依据', { size: 11, colour: ink.second });
    flow.y = Math.max(table.y, top + height + 9) + 2;
  } else flow.y = table.y + 2;
}

function drawPeriod(flow: Flow, view: NoticeSheetView): void {
  flow.heading('公示到哪一天');
  if (!view.until) return flow.paragraph('三处公示还没有全部完成，公示期还没有开始。起止日期以网站为准。');
  flow.paragraph([
    { text: `${view.period}，`, weight: 'regular' },
    { text: `到 ${view.until} 为止`, weight: 'bold' },
    { text: '。斜线的日子放假，不算。', weight: 'regular' },
  ]);
  flow.gap(1);
  const gap = 1.5;
  const width = (flow.width - 6 * gap) / 7;
  const height = 15.5;
  const lead = weekdayIndex(view.days[0]);
  const rows = Math.ceil((lead + view.days.length) / 7);
  flow.room(rows * (height + gap));
  view.days.forEach((day, i) => {
    const place = lead + i;
    const x = left + (place % 7) * (width + gap);
    drawDay(flow.sheet, day, x, flow.y + Math.floor(place / 7) * (height + gap), width, height);
  });
  flow.y += rows * (height + gap) + 2;
}

/** Monday first: the strip begins under its own weekday. */
function weekdayIndex(first: NoticeDayView | undefined): number {
  return first ? (weekdayOf(asDay(first.day)) + 6) % 7 : 0;
}

/** Sown days count, hatched ones lie fallow, framed ones are events; each also says so in words. */
function drawDay(sheet: Sheet, day: NoticeDayView, x: number, y: number, width: number, height: number): void {
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

function drawRights(flow: Flow, view: NoticeSheetView, frame: PaperFrame): void {
  flow.room(58);
  flow.heading('有不同意见，或者想优先租');
  const top = flow.y;
  const text = new Flow(flow.sheet, { ...flow.area, right: right - 56, top });
  text.size = 15;
  text.density = flow.density;
  const by = view.until ? `在 ${view.until} 前` : '在公示期内';
  text.paragraph(
    '一、谁都可以提异议：地界、面积、有没有同意、以前租给过别人，都可以说。写下来或者口头说都行，由村信息员记录。',
  );
  text.paragraph(
    `二、本村集体成员，同样的价钱、期限想自己租，请${by}书面提出（优先权，农村土地承包法第三十八条第五项）。过期没提，就不能再主张。`,
  );
  text.paragraph(`三、地点：${view.desk.name}。电话：${view.desk.phone}。`);
  drawQr(flow.sheet, frame.verifyUrl, right - 42, top, 34);
  ['扫码看全文、', '提异议、查进度'].forEach((line, i) =>
    flow.sheet.text(right - 25, top + 38.5 + i * 6, line, { size: 12, align: 'centre', colour: ink.second }),
  );
  flow.y = Math.max(text.y, top + 48);
}

function drawFeet(flow: Flow, view: NoticeSheetView, frame: PaperFrame): void {
  flow.room(50);
  const { sheet } = flow;
  const words = `${frame.authority}（章）`;
  const y = Math.min(flow.y + 27, flow.area.bottom - 24);
  if (frame.seal) sheet.lay(seal(frame.seal.office, frame.seal.foot), left + sheet.widthOf(words, 16) + 2, y - 26, 40);
  sheet.text(left, y, words, { size: 16 });
  sheet.text(right, y, dayText(view.issuedOn), { size: 16, align: 'right' });
  sheet.text(left, y + 21, '贴出人 ＿＿＿＿＿＿　贴出时间 ＿＿月＿＿日＿＿时', { size: 13 });
  sheet.text(right, y + 21, '揭下时间 ＿＿月＿＿日＿＿时', { size: 13, align: 'right' });
  flow.y = y + 24;
}
