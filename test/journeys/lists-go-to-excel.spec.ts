import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { workbook } from '#platform';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';
import { Walker } from '../support/walker.js';

/** Clerks live in Excel: what a page lists, they may take along, with numbers that are numbers. */
describe('A list taken to Excel', () => {
  let exchange: TestExchange;
  let given: Given;

  beforeAll(async () => {
    exchange = await TestExchange.open();
    given = new Given(exchange);
    await given.transfer({ state: 'submitted' });
    await given.transfer({ state: 'on_notice' });
  });
  afterAll(() => exchange.close());

  async function sheet(login: string, path: string): Promise<ExcelJS.Worksheet[]> {
    const answer = await given.as(login).ask(path);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer.rawPayload as never);
    return book.worksheets;
  }
  const values = (row: ExcelJS.Row): unknown[] => (row.values as unknown[]).slice(1);

  it('is the queue of a desk, nearest deadline first', async () => {
    const [queue] = await sheet('101-clerk', '/desk/sheet');
    expect(values(queue!.getRow(1))).toEqual(expect.arrayContaining(['到期', '编号', '面积（亩）', '对方', '谁在办']));
    const row = values(queue!.getRow(2));
    expect(row[3]).toMatch(/^370126101A2609\d{4}$/);
    expect(typeof row[7]).toBe('number');
  });

  it('is the list of cases, with prices, sorted and narrowed as on the page; not for a farmer', async () => {
    const [cases] = await sheet('101-clerk', '/transfers/sheet?state=on_notice&sort=largest');
    expect(values(cases!.getRow(1))).toEqual(expect.arrayContaining(['案件编号', '价款（元/亩/年）', '受让方']));
    expect(cases!.rowCount).toBe(2);
    const row = values(cases!.getRow(2));
    expect([row[1], row[9]]).toEqual(['公示中', 900]);
    const agreed = (head: string) => row[values(cases!.getRow(1)).indexOf(head)];
    expect(['交地', '方式', '合同里同意受让方'].map(agreed)).toEqual(['2026年11月10日', '出租', '投资改良土壤']);
    expect((await given.as('farmer').ask('/transfers/sheet')).json()).toMatchObject({
      type: '/problems/not-your-post',
    });
  });

  it('is the list of notices, names masked as on the page, and not for strangers', async () => {
    const [notices] = await sheet('101-information', '/notices/sheet?state=all');
    expect(notices!.rowCount).toBe(2);
    expect(String(values(notices!.getRow(2))[5])).toContain('＊');
    expect((await exchange.app.inject({ url: '/api/notices/sheet' })).statusCode).toBe(401);
    const farmer = await given.as('farmer').ask('/notices/sheet');
    expect(farmer.json()).toMatchObject({ type: '/problems/not-your-post' });
  });

  it('is the director’s figures, each table a sheet', async () => {
    const sheets = await sheet('director', '/director/sheet?view=year');
    expect(sheets.map((each) => each.name)).toEqual(expect.arrayContaining(['总数', '各镇街按时率', '正在超时']));
    const towns = sheets.find((each) => each.name === '各镇街按时率')!;
    expect(towns.rowCount).toBe(13);
    expect(typeof values(towns.getRow(2))[1]).toBe('number');
  });

  it('never holds a formula that somebody typed', async () => {
    const { content } = await workbook('x.xlsx', [
      { name: 'x', columns: [{ head: '谁' }, { head: '元', as: 'yuan' }], rows: [['=HYPERLINK("x")', 12_345]] },
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(content as never);
    expect(values(book.worksheets[0]!.getRow(2))).toEqual([`'=HYPERLINK("x")`, 123.45]);
  });

  it('is offered where the list stands; the county’s figures are in the menu of those who may see them', async () => {
    expect((await (await Walker.signIn(exchange, '101-clerk')).open('/desk')).body).toContain('href="/desk/sheet"');
    const village = await (await Walker.signIn(exchange, '101-village-226')).open('/notices');
    expect(village.body).toContain('href="/notices/sheet"');
    expect(village.body).not.toContain('href="/director"');
    const director = await (await Walker.signIn(exchange, 'director')).open('/director');
    expect(director.body).toContain('href="/director/sheet?view=month"');
  });
});
