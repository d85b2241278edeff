import { instant } from '#kernel';
import { Flow } from './drawing/flow.js';
import { copyText, drawMark, markTraining, spacedCode, type PaperFrame } from './drawing/frame.js';
import { ink } from './drawing/ink.js';
import { drawSketch } from './drawing/map-sketch.js';
import { boundsText } from './drawing/parcel-table.js';
import { drawQr } from './drawing/qr.js';
import { seal } from './drawing/seal.js';
import { Sheet } from './drawing/sheet.js';
import { drawTable } from './drawing/table.js';
import { dayText, muText, totalMu } from './drawing/words.js';
import type { NoticeSheetView } from './views/notice.view.js';

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
  drawPeriod(flow);
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

/** 地块和四至要看得清（承包纠纷解释第十一条：书面公示）：whole codes, all four sides, and the map beneath. */
function drawLand(flow: Flow, view: NoticeSheetView): void {
  flow.paragraph('地块（面积单位：亩）', { size: 12, weight: 'bold' });
  const registered = view.parcels.some((parcel) => parcel.registeredMu);
  drawTable(
    flow,
    [
      { head: '序号', share: 12, align: 'centre' },
      { head: '承包方', share: 26 },
      { head: '地块名称、代码', share: 62 },
      { head: '四至', share: 88 },
      { head: '流转面积', share: 24, align: 'right' },
      ...(registered ? [{ head: '确权面积', share: 24, align: 'right' as const }] : []),
    ],
    view.parcels.map((parcel, i) => [
      String(i + 1),
      parcel.contractor,
      `${parcel.name} ${parcel.code}`,
      boundsText(parcel),
      muText(parcel.areaMu),
      ...(registered ? [parcel.registeredMu ? muText(parcel.registeredMu) : ''] : []),
    ]),
    {
      size: 12,
      lead: 1.4,
      total: ['', '', '合计', `${view.parcels.length} 块`, totalMu(view.parcels.map((parcel) => parcel.areaMu)), ''],
    },
  );
  if (!view.sketch?.plots.length) return;
  const height = 70 * flow.density;
  flow.room(height + 9);
  const top = flow.y;
  drawSketch(flow.sheet, view.sketch, { x: left, y: top + 1, width: right - left, height });
  flow.sheet.text(left, top + height + 5, '示意图，不作为界址依据', { size: 11, colour: ink.second });
  flow.y = top + height + 10;
}

/** 三处都有凭证才起算：when this hangs, nobody knows the days yet. They hang beside it, under the same number. */
function drawPeriod(flow: Flow): void {
  flow.heading('公示到哪一天');
  flow.paragraph(
    '村公示栏、屏幕、网站三处都有凭证的次日起算，不少于 7 个工作日，放假的日子不算。哪天起、哪天止，看贴在旁边的《公示起止告示》（同一编号），或者扫码看。',
  );
}

function drawRights(flow: Flow, view: NoticeSheetView, frame: PaperFrame): void {
  flow.room(58);
  flow.heading('有不同意见，或者想优先租');
  const top = flow.y;
  const text = new Flow(flow.sheet, { ...flow.area, right: right - 56, top });
  text.size = 15;
  text.density = flow.density;
  text.paragraph(
    '一、谁都可以提异议：地界、面积、有没有同意、以前租给过别人，都可以说。写下来或者口头说都行，由村信息员记录。',
  );
  text.paragraph(
    `二、本村集体成员，同样的价钱、期限想自己租，请在公示期内书面提出（优先权，农村土地承包法第三十八条第五项）。过期没提，就不能再主张。`,
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
