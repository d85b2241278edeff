import { mkdirSync, readFileSync, writeFileSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { Assets, Templates } from '#platform';
import '../apps/exchange/src/libs.js';
import type { PageSample } from './support/samples/sample.js';
import { views } from './support/samples/views.js';

const assets = new Assets('public');
const templates = new Templates('templates', assets);
const shown = 'var/preview';
mkdirSync(shown, { recursive: true });
for (const file of ['exchange.css', 'favicon.svg', 'sign.png'])
  copyFileSync(join('public', file), join(shown, assets.address(file)));

const menu = ['找土地', '看公示', '查证书', '指南', '进度', '登录'].map((label) => ({
  href: '/',
  label,
  current: false,
}));
const frame = {
  ...{
    path: '/',
    site: 'https://exchange.example',
    canonical: 'https://exchange.example/notices',
    about: '公示、查验、办事指南。',
    feed: '',
    query: '',
    county: '商河县',
    phone: '0531-0000 0000',
    training: true,
    clockText: '10月12日（周一）10:27',
  },
  ...{
    staff: false,
    me: null,
    menu,
    flash: null,
    assisting: null,
    wide: false,
    hall: false,
    refresh: null,
    uploadMb: 20,
  },
  ...{ form: { values: {}, errors: [] }, once: '6f3c2a' },
};

/** Renders a sample and leaves it in var/preview, to be looked at. */
function render(name: string, sample: PageSample, elder: boolean): string {
  const { template = name, page = {}, ...view } = sample;
  const title = view['title'] ?? page['title'] ?? '';
  const html = templates.render(template, { title, ...view, page: { ...frame, title, ...page, elder } });
  writeFileSync(join(shown, `${name.replaceAll('/', '_')}${elder ? '.elder' : ''}.html`), html);
  return html;
}

describe('A page', () => {
  const style = brotliCompressSync(readFileSync('public/exchange.css')).length;

  it.each(Object.entries(views))('%s asks its view for nothing that its comment does not promise', (name, sample) => {
    const html = render(name, sample, false);
    expect(html).toContain('<!doctype html>');
    expect(html).not.toMatch(/undefined|\[object Object\]/);
  });

  it.each(Object.entries(views))('%s brings no style or script of its own, for elders neither', (name, sample) => {
    expect(render(name, sample, true)).not.toMatch(/<script(?! type="module" src="\/)|<style|\sstyle=|\son[a-z]+=/);
  });

  it.each(Object.entries(views))(
    '%s names each field once, so that a label and a fault lead to one place',
    (name, sample) => {
      const ids = [...render(name, sample, false).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    },
  );

  it.each(Object.entries(views))('%s arrives with its style in less than 60 KB', (name, sample) => {
    expect(brotliCompressSync(render(name, sample, false)).length + style).toBeLessThan(60_000);
  });
});
