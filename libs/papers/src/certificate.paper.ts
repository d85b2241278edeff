import { instant } from '#kernel';
import { Flow, type Area } from './drawing/flow.js';
import { copyText, drawMark, markTraining, spacedCode, type PaperFrame } from './drawing/frame.js';
import { ink, mm } from './drawing/ink.js';
import { breakLines } from './drawing/line-break.js';
import { drawSketch } from './drawing/map-sketch.js';
import { drawParcels } from './drawing/parcel-table.js';
import { drawQr } from './drawing/qr.js';
import { seal } from './drawing/seal.js';
import { Sheet } from './drawing/sheet.js';
import { certificateGround } from './drawing/stencil.js';
import { drawTable, type Column } from './drawing/table.js';
import { dayText, totalMu } from './drawing/words.js';
import type { CertificateView } from './views/certificate.view.js';

const left = 20;
const right = 190;
const notes =
  '一、本证遗失应当及时报告，公告后补发，旧号作废。二、再流转，须经承包方书面同意，并向本集体经济组织备案（农村土地承包法第四十六条）；以土地经营权融资担保，须经承包方书面同意，并向发包方备案（第四十七条）。' +
  '三、不得改变土地的农业用途，不得破坏农业综合生产能力和农业生态环境（第三十八条）。四、本证随流转合同到期自动失效；本证不是土地所有权凭证。五、内容有疑问的，以网上查验结果为准。';

/** The certificate on A4: face, then parcels, sketch and records. Measures are those of section 5 of the design guide. */
export function drawCertificate(view: CertificateView, frame: PaperFrame): Buffer {
  const sheet = new Sheet({ title: `农村土地经营权证书 ${frame.number}`, madeAt: instant(frame.madeAt) });
  drawFace(sheet, view, frame);
  drawAnnex(sheet, view, frame);
  for (let page = 1; page <= sheet.pageCount; page++) {
    sheet.turnTo(page);
    sheet.lay(certificateGround(), 0, 0, sheet.width, true);
    const small = { size: 9 };
    sheet.text(left, 22, page === 1 ? frame.number : `${frame.number}　附页`, small);
    const pages = `第 ${page} 页，共 ${sheet.pageCount} 页`;
    if (page === 1) {
      if (view.stockNumber) sheet.text(right, 22, `纸张流水号 ${view.stockNumber}`, { ...small, align: 'right' });
      sheet.text(left, 272, `${pages}　${copyText(frame.copy)}`, small);
      sheet.text(right, 272, '本证不是土地所有权凭证；合同到期自动失效。', { ...small, align: 'right' });
    } else sheet.text(right, 22, pages, { ...small, align: 'right' });
    if (frame.copy === 0 && !frame.training) drawMark(sheet, '样本 不作凭证');
  }
  if (frame.training) markTraining(sheet);
  return sheet.bytes();
}

/** A line of the face, where there is something to say. */
const line = (label: string, said = ''): [string, string][] => (said === '' ? [] : [[label, said]]);

function faceLines(view: CertificateView): [string, string][] {
  return [
    ['权利人', view.holder],
    [view.holderIdLabel, view.holderId],
    ...line('代表人', view.representative),
    ...line('住所', view.address),
    ['取得方式', view.mode],
    ['流转合同编号', view.contractNumber],
    ['转出方', view.transferor],
    ['发包方', view.issuer],
    ...line('承包合同代码', view.contracts),
    ['坐落', view.location],
    ['面积、块数', `${totalMu(view.parcels.map((parcel) => parcel.areaMu))} 亩，${view.parcels.length} 块`],
    ['期限', `${dayText(view.term.from)}至 ${dayText(view.term.to)}`],
    ['用途', view.use],
    ['价款', view.price],
    ['不动产登记', view.realEstate],
  ];
}

function drawFace(sheet: Sheet, view: CertificateView, frame: PaperFrame): void {
  sheet.text(105, 36, '农村土地经营权证书', { size: 28, weight: 'bold', colour: ink.deep, align: 'centre' });
  const lead = '根据《中华人民共和国农村土地承包法》和流转合同，经公示无异议成立，准予登记，发给此证。';
  const room = ((right - left) * mm * 1000) / 13;
  breakLines([{ text: lead, weight: 'regular' }], room, room - 2000).forEach((line, i) => {
    sheet.line(left + (i === 0 ? 26 / mm : 0), 50 + i * 7.6, line.pieces, { size: 13 });
  });
  drawLines(sheet, faceLines(view));
  drawQr(sheet, frame.verifyUrl, left, 232, 28);
  sheet.text(52, 240, '查验码', { size: 11, colour: ink.second });
  sheet.text(52, 246, spacedCode(frame.code), { size: 11, weight: 'bold' });
  sheet.text(52, 252, '扫码或到平台「查证书」', { size: 9, colour: ink.second });
  if (frame.seal) sheet.lay(seal(frame.seal.office, frame.seal.foot), 128 - 19, 246 - 19, 38);
  sheet.text(right, 242, '发证机关（章）', { size: 12, align: 'right' });
  sheet.text(right, 250, dayText(view.issuedOn), { size: 12, align: 'right' });
}

/** Label and value, a hairline under each; twelve lines or sixteen fill the face down to the seal. */
function drawLines(sheet: Sheet, all: readonly (readonly [string, string])[]): void {
  const broken = all.map(([, value]) => breakLines([{ text: value, weight: 'bold' }], ((right - 54) * mm * 1000) / 12));
  const extra = broken.reduce((sum, lines) => sum + lines.length - 1, 0) * 5.6;
  const pitch = Math.min(10.6, Math.max(8.6, (224 - 66 - extra) / all.length));
  let y = 66;
  all.forEach(([label], n) => {
    const lines = broken[n] ?? [];
    // Eight characters of 统一社会信用代码 would touch the value at 12 points.
    sheet.text(left, y + pitch / 2, label, { size: label.length > 7 ? 11 : 12, colour: ink.second });
    lines.forEach((line, i) => sheet.line(54, y + pitch / 2 + i * 5.6, line.pieces, { size: 12 }));
    y += pitch + (lines.length - 1) * 5.6;
    sheet.rule(left, y, right, y);
  });
}

const changeColumns: Column[] = [
  { head: '日期', share: 20 },
  { head: '事项', share: 24 },
  { head: '依据', share: 22 },
  { head: '经办', share: 16 },
];
const encumbranceColumns: Column[] = [
  { head: '抵押权人', share: 24 },
  { head: '金额、期限', share: 26 },
  { head: '登记', share: 16 },
  { head: '注销', share: 16 },
];

/** Who granted what, where the land of several households came together in one right. */
function drawGrantors(flow: Flow, { parcels }: CertificateView): void {
  const names = [...new Set(parcels.map((parcel) => parcel.contractor))];
  if (names.length < 2) return;
  const lines = names.map((name) => {
    const own = parcels.filter((parcel) => parcel.contractor === name);
    const codes = [...new Set(own.flatMap((parcel) => (parcel.contractCode ? [parcel.contractCode] : [])))];
    const contract = codes.length === 0 ? '' : `合同 ${codes.join('、')}，`;
    return `${name}（${contract}${own.length} 块 ${totalMu(own.map((parcel) => parcel.areaMu))} 亩）`;
  });
  flow.paragraph(`转出方：${lines.join('；')}。`, { size: 8 });
}

function drawAnnex(sheet: Sheet, view: CertificateView, frame: PaperFrame): void {
  sheet.addPage();
  const area: Area = { left, right, top: 30, bottom: 268 };
  const flow = new Flow(sheet, area);
  flow.size = 10;
  flow.heading('地块');
  drawParcels(flow, view.parcels);
  drawGrantors(flow, view);
  // 22 块以上地块表续页，示意图另起一页（版式说明第五节）。
  if (view.parcels.length > 22) flow.turnPage();
  flow.room(86);
  const top = flow.y + 2;
  const bottom = drawSketchAt(sheet, view, top);
  const records = new Flow(sheet, { ...area, left: 110, top });
  records.size = 10;
  records.heading('变更记录');
  const none = view.changes.length === 0;
  drawTable(records, changeColumns, none ? [['—', '（空）', '—', '—']] : view.changes.map((one) => [one.day, one.item, one.basis, one.by]), { size: 8 }); // prettier-ignore
  records.heading('抵押记录');
  const free = view.encumbrances.length === 0;
  drawTable(records, encumbranceColumns, free ? [['—', '（空）', '—', '—']] : view.encumbrances.map((one) => [one.mortgagee, one.amount, one.registered, one.released]), { size: 8 }); // prettier-ignore
  flow.y = Math.max(bottom, records.y) + 2;
  flow.heading('须知');
  flow.paragraph(notes, { size: 9 });
  flow.gap(2);
  flow.paragraph(`发证机关：${frame.authority}　　查验码 ${spacedCode(frame.code)}`, { size: 9, colour: ink.second });
}

/** The sketch at the left of the records; returns where it ends. */
function drawSketchAt(sheet: Sheet, view: CertificateView, top: number): number {
  if (!view.sketch?.plots.length) {
    sheet.text(left, top + 4, '没有地块图形，以合同附图为准。', { size: 9, colour: ink.second });
    return top + 10;
  }
  drawSketch(sheet, view.sketch, { x: left, y: top, width: 84, height: 64 });
  sheet.text(left, top + 67.5, '示意图，不作为界址依据', { size: 8, colour: ink.second });
  return top + 72;
}
