/** The certificate's content for the two rivals: as plain HTML for a browser, as plain text for pdfkit. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import PDFDocument from 'pdfkit';
import { toString as square } from 'qrcode';

const bytes = readFileSync(
  createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
);
// The browser has its font open, the exchange has: so has this one.
const font = create(bytes);

const facts = (view, frame) => [
  ['权利人', view.holder],
  [view.holderIdLabel, view.holderId],
  ['代表人', view.representative],
  ['住所', view.address],
  ['取得方式', view.mode],
  ['流转合同编号', view.contractNumber],
  ['转出方', view.transferor],
  ['发包方', view.issuer],
  ['承包合同代码', view.contracts],
  ['坐落', view.location],
  ['期限', `${view.term.from} 至 ${view.term.to}`],
  ['用途', view.use],
  ['价款', view.price],
  ['不动产登记', view.realEstate],
  ['编号', frame.number],
  ['查验码', frame.code],
  ['发证机构', frame.authority],
  ['发证日期', view.issuedOn],
];

const cells = (row) => [
  row.contractor,
  row.name,
  row.code,
  `东${row.bounds.east} 南${row.bounds.south} 西${row.bounds.west} 北${row.bounds.north}`,
  row.areaMu,
  row.measuredMu,
  row.grade,
  row.landType,
  row.contractCode,
  row.use,
];

/** The same words on two A4 pages, one line under the other, by pdfkit's own text. */
export function barePaper(view, frame) {
  return new Promise((done) => {
    const document = new PDFDocument({ size: 'A4', margin: 56, font: '' });
    const chunks = [];
    document.on('data', (chunk) => chunks.push(chunk)).on('end', () => done(Buffer.concat(chunks)));
    document.registerFont('song', font).font('song').fontSize(22).text('农村土地经营权证书').fontSize(10.5);
    for (const [name, value] of facts(view, frame)) document.text(`${name}　${value}`);
    document.addPage().fontSize(8);
    for (const row of view.parcels) document.text(cells(row).join(' '));
    document.end();
  });
}

/** The same content as a page: facts, parcel table, sketch of the parcels, square with the address. */
export async function browserPage(view, frame) {
  const shapes = view.sketch.plots.map(
    (plot) =>
      `<polygon points="${plot.ring.map((point) => point.join(',')).join(' ')}" fill="#e6efe0" stroke="#17362b"/>`,
  );
  const xs = view.sketch.plots.flatMap((plot) => plot.ring.map(([x]) => x));
  const ys = view.sketch.plots.flatMap((plot) => plot.ring.map(([, y]) => y));
  const box = [
    Math.min(...xs),
    Math.min(...ys),
    Math.max(...xs) - Math.min(...xs),
    Math.max(...ys) - Math.min(...ys),
  ].join(' ');
  const head = ['承包方', '地块', '代码', '四至', '合同面积', '实测', '等级', '地类', '合同', '用途'];
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${frame.number}</title><style>
    @page { size: A4; margin: 20mm } body { font: 10.5pt serif } table { border-collapse: collapse; font-size: 8pt; break-before: page }
    td, th { border: 1px solid #444; padding: 2px } svg { width: 60mm }</style>
    <h1>农村土地经营权证书</h1><dl>${facts(view, frame)
      .map(([name, value]) => `<dt>${name}<dd>${value}`)
      .join('')}</dl>
    ${await square(frame.verifyUrl, { type: 'svg', margin: 0 })}
    <table><tr>${head.map((cell) => `<th>${cell}`).join('')}</tr>${view.parcels
      .map(
        (row) =>
          `<tr>${cells(row)
            .map((cell) => `<td>${cell}`)
            .join('')}</tr>`,
      )
      .join('')}</table>
    <svg viewBox="${box}">${shapes.join('')}</svg></html>`;
}
