import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { addDays, day } from '#kernel';
import { Certificates } from '../support/certificates.js';

/** What a certifier looks for: a place, a state, the year in which a right ends. */
describe('The list of certificates', () => {
  let certificates: Certificates;
  const found = (query: string): Promise<{ number: string; termEnd: string }[]> =>
    certificates.find(certificates.certifier, `limit=100&${query}`);

  beforeAll(async () => {
    certificates = await Certificates.prepare(2);
    await certificates.certified();
    await certificates.certified();
  }, 180_000);
  afterAll(() => certificates.given.close());

  it('is narrowed by place and state, and says beside each state how many there are', async () => {
    const all = await found('');
    expect(all.length).toBeGreaterThan(1);
    expect(await found('office=370126101')).toHaveLength(all.length);
    expect(await found('office=370126102')).toEqual([]);
    expect(await found('state=revoked')).toEqual([]);
    const page = await certificates.given.page('/certificates?state=valid', certificates.certifier);
    expect(page.body).toContain(`aria-current="true">有效 ${all.length}<`);
    expect(page.body).toContain('/certificates/sheet?state&#x3D;valid');
  });

  it('counts and calls expired what its term has ended, whatever the record says', async () => {
    const { given, certifier } = certificates;
    const back = given.exchange.clock.now();
    const valid = await found('state=valid');
    const last = valid.map((row) => row.termEnd).toSorted()[0]!;
    given.exchange.setDay(last, '23:59');
    expect(await found('state=valid')).toHaveLength(valid.length);
    expect(await found('state=expired')).toEqual([]);
    given.exchange.setDay(addDays(day(last), 1), '00:00');
    const ended = valid.filter((row) => row.termEnd === last).length;
    const rows = await found('state=expired');
    const page = await given.page('/certificates?state=expired', certifier);
    const left = await found('state=valid');
    given.exchange.clock.set(back);
    expect(rows).toHaveLength(ended);
    expect(rows[0]).toMatchObject({ state: 'valid', status: 'expired', termEnd: last });
    expect(left).toHaveLength(valid.length - ended);
    expect(page.body).toContain(`aria-current="true">已到期 ${ended}<`);
    expect(page.body).toContain('<span class="tag" data-tone="">已到期</span>');
  });

  it('goes to Excel with years on its days and hours', async () => {
    const answer = await certificates.certifier.ask('/certificates/sheet?sort=number');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer.rawPayload as never);
    const [heads, row] = [1, 2].map((line) => (book.worksheets[0]!.getRow(line).values as unknown[]).slice(1));
    const cell = (head: string) => row?.[heads?.indexOf(head) ?? -1];
    expect([cell('状态'), typeof cell('面积（亩）')]).toEqual(['有效', 'number']);
    expect(cell('发证')).toMatch(/^2026年\d{1,2}月\d{1,2}日 \d\d:\d\d$/);
    expect(cell('到哪天止')).toMatch(/^20\d\d年/);
  });

  it('is sorted by the end of the right, and narrowed to a year', async () => {
    const ends = (await found('sort=ending')).map((row) => row.termEnd);
    expect(ends).toEqual(ends.toSorted());
    const year = ends[0]!.slice(0, 4);
    expect(await found(`ends=${year}`)).toHaveLength(ends.filter((end) => end.startsWith(year)).length);
    expect(await found('ends=2001')).toEqual([]);
  });
});
