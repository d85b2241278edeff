import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Given, type GivenNotice } from '../support/given.js';

const site = 'https://exchange.example';

describe('A page', () => {
  let given: Given;
  let notice: GivenNotice;
  beforeAll(async () => {
    given = await Given.open('2026-09-23T09:00:00+08:00', { PUBLIC_URL: site });
    notice = await given.runningNotice();
  });
  afterAll(() => given.close());

  const ask = (url: string, headers: Record<string, string> = {}) => given.exchange.app.inject({ url, headers });
  const metaOf = (html: string, name: string) =>
    new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`).exec(html)?.[1];

  it('of the public says what it is about, and where it is at home', async () => {
    const { body } = await ask(`/notices/${notice.id}?from=singlemessage`);
    expect(body).toContain(`<link rel="canonical" href="${site}/notices/${notice.id}">`);
    expect(metaOf(body, 'og:url')).toBe(`${site}/notices/${notice.id}`);
    expect(metaOf(body, 'description')).toContain('土地经营权');
    expect(metaOf(body, 'og:title')).toContain('公示');
    expect(metaOf(body, 'robots')).toBeUndefined();
    for (const url of ['/', '/notices', '/guide', '/offices', '/calendar', '/problems/step-blocked'])
      expect([url, metaOf((await ask(url)).body, 'description')]).toEqual([url, expect.stringContaining('商河县')]);
  });

  it('that is nobody else’s business is not to be found', async () => {
    for (const url of ['/sign-in', '/follow'])
      expect([url, metaOf((await ask(url)).body, 'robots')]).toEqual([url, 'noindex']);
    const desk = await given.page('/desk', given.as('reviewer'));
    expect([metaOf(desk.body, 'robots'), metaOf(desk.body, 'description')]).toEqual(['noindex', undefined]);
  });

  it('has style and signs that may be kept for ever, under names of their content', async () => {
    const { body } = await ask('/');
    const files = [...body.matchAll(/(?:href|content)="(?:https:\/\/exchange\.example)?(\/\w+\.[0-9a-f]{12}\.\w+)"/g)];
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const [, file = ''] of files) {
      const answer = await ask(file);
      expect([file, answer.statusCode, answer.headers['cache-control']]).toEqual([
        ...[file, 200, 'public, max-age=31536000, immutable'],
      ]);
    }
  });

  it('stands in the map for search engines if everybody may see it', async () => {
    const robots = await ask('/robots.txt');
    expect(robots.body).toContain(`Sitemap: ${site}/sitemap.xml`);
    const map = await ask('/sitemap.xml');
    expect(map.headers['content-type']).toContain('application/xml');
    const found = [...map.body.matchAll(/<loc>https:\/\/exchange\.example([^<]*)<\/loc>/g)].map(
      ([, path]) => path || '/',
    );
    expect(found).toContain(`/notices/${notice.id}`);
    expect(found.filter((path, index) => found.indexOf(path) !== index)).toEqual([]);
    for (const path of found) expect([path, (await ask(path)).statusCode]).toEqual([path, 200]);
  });
});
