import { instant } from '#kernel';
import { drawDayStrip } from './drawing/day-strip.js';
import { Flow } from './drawing/flow.js';
import { copyText, drawMark, markTraining, spacedCode, type PaperFrame } from './drawing/frame.js';
import { ink } from './drawing/ink.js';
import { drawQr } from './drawing/qr.js';
import { seal } from './drawing/seal.js';
import { Sheet } from './drawing/sheet.js';
import { dayText } from './drawing/words.js';
import type { NoticePeriodView } from './views/notice.view.js';

const left = 22;
const right = 188;

/** 公示起止告示: one page that hangs beside the board sheet from the day on which the days are known. */
export function drawNoticePeriod(view: NoticePeriodView, frame: PaperFrame): Buffer {
  const sheet = new Sheet({ title: `公示起止告示 ${frame.number}`, madeAt: instant(frame.madeAt) });
  const flow = new Flow(sheet, { left, right, top: 20, bottom: 272 });
  flow.size = 15;
  const centred = { align: 'centre', after: 2 } as const;
  flow.paragraph('公示起止告示', { ...centred, size: 34, weight: 'bold', colour: ink.seal, lead: 1.3 });
  flow.paragraph(`公示 ${view.noticeNumber}（第 ${view.version} 版）`, { ...centred, size: 14 });
  flow.paragraph(view.heading, { ...centred, size: 16, weight: 'bold', after: 4 });
  if (view.extension) flow.paragraph(view.extension, { indent: 2, after: 3, weight: 'bold' });
  flow.paragraph(view.period, { indent: 2 });
  flow.paragraph([{ text: `到 ${view.until} 为止。`, weight: 'bold' }], { size: 24, align: 'centre', after: 3 });
  drawDayStrip(flow, view.days);
  flow.paragraph('绿的是算数的日子；斜线的放假、休息，不算；蓝框是三处公示有凭证的日子，当天不算。', {
    size: 12,
    after: 4,
  });
  drawWays(flow, view, frame);
  drawFoot(flow, view, frame);
  const small = { size: 9, colour: ink.second };
  sheet.text(left, 284, `查验码 ${spacedCode(frame.code)}`, small);
  sheet.text((left + right) / 2, 284, `第 1 页 共 ${sheet.pageCount} 页`, { ...small, align: 'centre' });
  sheet.text(right, 284, copyText(frame.copy), { ...small, align: 'right' });
  if (frame.copy === 0 && !frame.training) drawMark(sheet, '样本');
  if (frame.training) markTraining(sheet);
  return sheet.bytes();
}

/** Both functions of the notice: objections, and the members' priority (承包纠纷解释第十一条第一项). */
function drawWays(flow: Flow, view: NoticePeriodView, frame: PaperFrame): void {
  const top = flow.y;
  const text = new Flow(flow.sheet, { ...flow.area, right: right - 44, top });
  text.size = 13;
  text.paragraph(`一、有异议的，请在 ${view.until} 前提出，写下来、口头说都行。`);
  text.paragraph(
    `二、本集体成员想按同样的价钱、期限租的，请在 ${view.until} 前书面提出；过期没提，不能再主张（农村土地承包法第三十八条第五项）。`,
  );
  text.paragraph(`三、地点：${view.desk.name}。电话：${view.desk.phone}。`);
  drawQr(flow.sheet, frame.verifyUrl, right - 34, top, 30);
  flow.sheet.text(right - 19, top + 34, '扫码查验', { size: 11, align: 'centre', colour: ink.second });
  flow.y = Math.max(text.y, top + 38);
}

function drawFoot(flow: Flow, view: NoticePeriodView, frame: PaperFrame): void {
  const { sheet } = flow;
  const words = `${frame.authority}（章）`;
  const y = Math.min(flow.y + 24, 256);
  if (frame.seal) sheet.lay(seal(frame.seal.office, frame.seal.foot), left + sheet.widthOf(words, 14) + 2, y - 22, 36);
  sheet.text(left, y, words, { size: 14 });
  sheet.text(right, y, dayText(view.issuedOn), { size: 14, align: 'right' });
  sheet.text(left, y + 14, '贴出人 ＿＿＿＿＿＿　贴出时间 ＿＿月＿＿日＿＿时（贴在公示单旁边）', { size: 12 });
  flow.y = y + 18;
}
