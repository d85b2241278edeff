/**
 * The whole certificate (parcel table, map sketch, seal, QR) against headless Chromium that prints the same content, its browser
 * kept open, and against the same words by plain pdfkit with its font kept open. CPU of all processes, and the clock on the wall.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { chromium } from 'playwright-core';
import { LetterTemplates, Printer, loadDrawing } from '#papers';
import { sampleCertificate, sampleFrame } from '../test/support/samples/certificate-paper.ts';
import { barePaper, browserPage } from './bare/pages.mjs';
import { conclude, cpuOf, family, median, rounded } from './support/measure.mjs';

const rounds = 7;
const run = { ours: 60, bare: 30, browser: 6 };
const long = 2000;
const { drawPaper } = await loadDrawing();
const [view, templates] = [sampleCertificate(), new LetterTemplates('templates/papers')];
const job = { template: 'certificate', title: '农村土地经营权证书', form: 'certificate', view };
const draw = (frame) => drawPaper({ ...job, frame }, templates);

/** Milliseconds on the wall and on the CPU for each of `count` papers. */
async function cost(count, work, heads = []) {
  globalThis.gc?.();
  const [cpu, begun] = [heads.length > 0 ? cpuOf(...heads) : 0, performance.now()];
  const own = process.cpuUsage();
  for (let number = 0; number < count; number += 1)
    await work({ ...sampleFrame, number: `商农经权（2026）第${String(number).padStart(6, '0')}号` });
  const used = process.cpuUsage(own);
  const theirs = heads.length > 0 ? cpuOf(...heads) - cpu : 0;
  return { wall: (performance.now() - begun) / count, cpu: ((used.user + used.system) / 1000 + theirs) / count };
}

if (!process.env.CHROMIUM) throw new Error('This bench needs Chromium: install it, or set CHROMIUM to its path.');
const before = new Set(family(process.pid));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
});
const heads = family(process.pid).filter((pid) => !before.has(pid));
const page = await browser.newPage();
const rivals = {
  ours: [run.ours, async (frame) => draw(frame), []],
  bare: [run.bare, (frame) => barePaper(view, frame), []],
  browser: [
    run.browser,
    async (frame) => {
      await page.setContent(await browserPage(view, frame));
      await page.pdf({ format: 'A4', preferCSSPageSize: true });
    },
    heads.slice(0, 1),
  ],
};

const found = { ours: [], bare: [], browser: [] };
for (let round = -2; round < rounds; round += 1) {
  for (const [name, [count, work, others]] of Object.entries(rivals)) {
    const each = await cost(count, work, others);
    if (round >= 0) found[name].push(each);
  }
  if (round < 0) continue;
  const last = (name) => `${found[name].at(-1).wall.toFixed(1)} ms（CPU ${found[name].at(-1).cpu.toFixed(1)}）`;
  console.log(
    `第 ${round + 1} 轮，每份：证书 ${last('ours')}，光秃的 pdfkit ${last('bare')}，浏览器 ${last('browser')}`,
  );
}
await browser.close();

/** Memory kept after each hundred of a long run, in megabytes. */
const kept = [];
for (let number = 1; number <= long; number += 1) {
  draw({ ...sampleFrame, copy: number });
  if (number % 100 !== 0) continue;
  globalThis.gc?.();
  await new Promise((done) => setImmediate(done));
  kept.push(process.memoryUsage().rss / 1024 / 1024);
}
const settled = median(kept.slice(4, 9));
const end = median(kept.slice(-5));
console.log(`连打 ${long} 份，内存从 ${settled.toFixed(0)} MB 到 ${end.toFixed(0)} MB`);

const printer = new Printer();
await printer.draw({ ...job, frame: sampleFrame });
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
await Promise.all(Array.from({ length: 200 }, () => printer.draw({ ...job, frame: sampleFrame })));
delay.disable();
await printer.onModuleDestroy();
console.log(`打 200 份时，服务器等待的 p99 为 ${(delay.percentile(99) / 1e6 - 5).toFixed(1)} ms（纸在另一个线程里画）`);
const middle = (name, kind) => median(found[name].map((each) => each[kind]));
const times = Math.min(
  middle('browser', 'wall') / middle('ours', 'wall'),
  middle('browser', 'cpu') / middle('ours', 'cpu'),
);
const more = middle('ours', 'cpu') / middle('bare', 'cpu');
conclude([
  { name: 'paper: Chromium / the whole certificate, time and CPU', ratio: rounded(times), bar: 12, pass: times >= 12 },
  { name: 'paper: the whole certificate / bare pdfkit, CPU', ratio: rounded(more), bar: 2, pass: more <= 2 },
  {
    name: `paper: memory at ${long} / at 500 to 900 papers`,
    ratio: rounded(end / settled),
    bar: 1.1,
    pass: end / settled <= 1.1,
  },
]);
