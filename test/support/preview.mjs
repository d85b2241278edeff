// Renders every template with made-up views into var/preview, to be looked at and checked for accessibility:
// node test/support/preview.mjs [name …]
import Handlebars from 'handlebars';
import { mkdirSync, readFileSync, readdirSync, writeFileSync, copyFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { views } from './preview-views.mjs';

const root = new URL('../../', import.meta.url).pathname;
const out = join(root, 'var/preview');
const options = { strict: true, preventIndent: true, explicitPartialContext: true };
const hb = Handlebars.create();
const text = (path) => readFileSync(join(root, 'templates', path), 'utf8');
for (const file of readdirSync(join(root, 'templates/partials')))
  hb.registerPartial(basename(file, '.hbs'), hb.compile(text(`partials/${file}`), options));

const held = (root, name) => root.page.form.values[name] ?? root.values?.[name] ?? '';
const week = '日一二三四五六';
hb.registerHelper({
  money: (fen) => (Number(fen) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 }),
  mu: (area) => Number(area).toFixed(2),
  day: (d) => `${d.slice(0, 4)}年${Number(d.slice(5, 7))}月${Number(d.slice(8, 10))}日`,
  shortDay: (d) => `${Number(d.slice(5, 7))}月${Number(d.slice(8, 10))}日`,
  moment: (t) => {
    const d = t.slice(0, 10);
    return `${Number(d.slice(5, 7))}月${Number(d.slice(8, 10))}日（周${week[new Date(d).getUTCDay()]}）${t.slice(11, 16)}`;
  },
  eq: (a, b) => a === b,
  not: (a) => !a,
  typed: (name, part, o = part) =>
    o === part ? held(o.data.root, name) : (String(held(o.data.root, name)).split('-')[['year', 'month', 'day'].indexOf(part)] ?? ''),
  chosen: (name, value, o) => [held(o.data.root, name)].flat().includes(value),
  fault: (name, o) => o.data.root.page.form.errors.find((each) => each.field === name)?.detail ?? '',
});
const layout = hb.compile(text('layout.hbs'), options);
const page = {
  title: '预览', path: '/', query: '', county: '商河县', phone: '0531-0000 0000', training: true, clockText: '10月12日（周一）10:27',
  elder: false, staff: false, me: null, flash: null, assisting: null, wide: false, hall: false, refresh: null,
  form: { values: {}, errors: [] }, once: '6f3c…',
  menu: [
    { href: '/notices', label: '看公示', current: false }, { href: '/transfers/new', label: '转出', current: false },
    { href: '/follow', label: '查进度', current: false }, { href: '/verify', label: '查证书', current: false },
    { href: '/guide', label: '指南', current: false }, { href: '/sign-in', label: '登录', current: false },
  ],
};
mkdirSync(join(out, 'assets'), { recursive: true });
for (const file of ['exchange.css', 'favicon.svg']) copyFileSync(join(root, 'public', file), join(out, 'assets', file));
const wanted = process.argv.slice(2);
const compiled = new Map();
for (const [key, { template = key, page: own = {}, ...view }] of Object.entries(views)) {
  if (wanted.length && !wanted.includes(key)) continue;
  if (!compiled.has(template)) compiled.set(template, hb.compile(text(`${template}.hbs`), options));
  for (const elder of [false, true]) {
    const data = { title: own.title ?? '', ...view, page: { ...page, title: view.title ?? own.title ?? '', ...own, form: { ...page.form, ...own.form }, elder } };
    try {
      const body = compiled.get(template)(data);
      const file = join(out, `${key.replaceAll('/', '_')}${elder ? '.elder' : ''}.html`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, layout({ ...data, body }));
    } catch (error) {
      process.exitCode = 1;
      process.stderr.write(`${key}: ${process.env.DEBUG ? error.stack : error.message}\n`);
      break;
    }
  }
}
