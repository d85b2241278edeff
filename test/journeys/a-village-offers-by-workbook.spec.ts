import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { OfferWorkbooks } from '#listings';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { Given, refusal, village } from '../support/given.js';
import { GivenLots, type Lot } from '../support/lots.js';

interface Sheet {
  id: string;
  status: string;
  offered: number;
  good: number;
  bad: number;
  drafted: number;
  lots: number;
  rows: {
    rowNumber: number;
    parcelCode: string;
    outcome: string;
    field: string;
    reason: string;
    listingId: string | null;
  }[];
}
type Cells = Record<string, ExcelJS.CellValue>;

describe('A village offers its land by a workbook', () => {
  let given: Given;
  let lots: GivenLots;
  let template: Buffer;
  /** Row of the template, by household: [row number, parcel code]. */
  let homes: [string, [number, string][]][];
  let taken: [number, string];

  const terms: Cells = {
    ...{
      从哪天: '2026/11/10',
      到哪天: '2032年11月9日',
      每亩每年多少元: 900,
      底价: '８５０',
      怎么付: '一年一付，先付钱后种地',
    },
    ...{ 用途: '种粮', 具体种什么: '小麦', 现有租约: '无', 争议: '无' },
  };
  /** The template with some rows filled in. */
  const filled = async (rows: Record<number, Cells>, date1904 = false): Promise<File> => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(template as unknown as ArrayBuffer);
    book.properties.date1904 = date1904;
    const sheet = book.worksheets[0]!;
    const heads = (sheet.getRow(1).values as string[]).map(String);
    for (const [row, cells] of Object.entries(rows))
      for (const [head, value] of Object.entries(cells))
        sheet.getRow(Number(row)).getCell(heads.indexOf(head)).value = value;
    return new File([new Uint8Array(await book.xlsx.writeBuffer())], '李家桥村.xlsx');
  };
  const seen = async (id: string): Promise<Sheet> => {
    for (;;) {
      const sheet = await lots.station.get<Sheet>(`/listings/workbooks/${id}`);
      if (sheet.status !== 'checking' && sheet.status !== 'running') return sheet;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const sent = async (file: File): Promise<Sheet> =>
    seen((await lots.station.post('/listings/workbooks', { village, file })).replace('/listings/workbooks/', ''));
  const tried = async (rows: Record<number, Cells>): Promise<Sheet> => sent(await filled(rows));
  const reasonOf = (sheet: Sheet, row: number): string =>
    sheet.rows.find((each) => each.rowNumber === row)?.reason ?? '';

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    lots = new GivenLots(given, await scan('signed paper'));
    // Somebody's land is asked for in a case that was accepted.
    const [home] = await lots.households(1);
    const [land] = await given.exchange.database.ask<{ code: string }>(
      `SELECT p.code FROM parcel p JOIN contract c ON c.id = p.contract_id JOIN household h ON h.id = c.contractor_id WHERE h.contractor_code = $1 AND p.category <> '21' LIMIT 1`,
      [home!.code],
    );
    const story = await given.story({ parcels: [{ code: land!.code }] });
    await given.go(story, 'town_review');
    template = (await lots.station.ask(`/listings/workbooks/sheets/${village}`)).rawPayload;
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(template as unknown as ArrayBuffer);
    const found = new Map<string, [number, string][]>();
    book.worksheets[0]!.eachRow((row, number) => {
      const [, , home, , parcel] = row.values as string[];
      if (number > 1) found.set(home!, [...(found.get(home!) ?? []), [number, parcel!]]);
      if (row.getCell(8).value === '已经流转或者在办') taken = [number, parcel!];
    });
    const free = new Set((await lots.households(20)).map(({ code }) => code));
    homes = [...found].filter(([home]) => free.has(home));
  }, 120_000);
  afterAll(() => given.close());

  it('is downloaded with the households and parcels of the village, and with nobody’s number', async () => {
    expect(homes.length).toBeGreaterThan(5);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(template as unknown as ArrayBuffer);
    expect(JSON.stringify(book.worksheets[0]!.getSheetValues())).not.toMatch(/999999\d{8}/);
    expect((await refusal(lots.station.get('/listings/workbooks/sheets/370126102201'))).status).toBe(404);
    expect((await given.as('cooperative').ask('/listings/workbooks')).statusCode).toBe(403);
    const page = (await given.page('/listings/workbooks', lots.station)).body;
    expect(page).toContain(`/listings/workbooks/sheets/${village}`);
    expect((await given.page('/listings/desk', lots.station)).body).toContain('整村挂牌表');
  });

  it('refuses what is no such sheet, one without offers, and one of another village', async () => {
    const csv = new File(['a,b\n1,2\n'], 'x.csv');
    const said = await refusal(lots.station.post('/listings/workbooks', { village, file: csv }));
    expect(said).toMatchObject({ status: 422, type: 'offer-workbook-unreadable' });
    expect(said.text).toContain('缺这些列');
    expect((await refusal(tried({}))).text).toContain('没有填了价钱');
    const file = await filled({ 2: terms });
    expect((await refusal(lots.station.post('/listings/workbooks', { village: '370126102201', file }))).status).toBe(
      403,
    );
  });

  it('tells each row its reason, and changes nothing', async () => {
    const rows = homes.slice(0, 12).map(([, own]) => own[0]![0]);
    const [jin, ends, formula, none, use, dispute, pooled] = rows;
    const second = homes[8]![1][0];
    const sheet = await tried({
      [jin!]: { ...terms, 每亩每年多少元: '800斤' },
      [ends!]: { ...terms, 到哪天: '2026-11-01' },
      [formula!]: { ...terms, 每亩每年多少元: { formula: '450*2', result: 900 } as ExcelJS.CellFormulaValue },
      [none!]: { ...terms, 从哪天: '46336' },
      [use!]: { ...terms, 用途: '养猪种地' },
      [dispute!]: { ...terms, 争议: '和东邻有地界争议' },
      [pooled!]: { ...terms, 宗号: '甲' },
      [second![0]]: { ...terms, 宗号: '甲', 每亩每年多少元: 950 },
      [taken[0]]: terms,
      9000: { ...terms, 地块代码: homes[0]![1][0]![1] },
      9001: { ...terms, 地块代码: '3701261022010100001' },
      9002: { ...terms, 地块代码: '' },
    });
    expect(sheet).toMatchObject({ status: 'checked', good: 0, drafted: 0 });
    expect(reasonOf(sheet, jin!)).toContain('每亩每年多少元');
    expect(reasonOf(sheet, ends!)).toContain('结束日期');
    expect(reasonOf(sheet, formula!)).toContain('公式');
    expect(reasonOf(sheet, none!)).not.toBe('');
    expect(reasonOf(sheet, use!)).toContain('用途');
    expect(reasonOf(sheet, dispute!)).toContain('有争议');
    expect(reasonOf(sheet, second![0])).toContain('和同一宗的第');
    expect(reasonOf(sheet, pooled!)).toContain('整宗没有建');
    expect(reasonOf(sheet, taken[0])).toContain('占用');
    expect(reasonOf(sheet, 9000)).toContain(`第 ${jin} 行已经有了`);
    expect(reasonOf(sheet, 9001)).toMatch(/不是这个村的|没有这个地块/);
    expect(reasonOf(sheet, 9002)).toContain('缺地块代码');
    const { rows: desk } = await lots.station.get<{ rows: object[] }>('/listings/desk');
    expect(desk).toEqual([]);
    const errors = await lots.station.ask(`/listings/workbooks/${sheet.id}/errors`);
    expect(errors.statusCode).toBe(200);
    const page = (await given.page(`/listings/workbooks/${sheet.id}?outcome=bad`, lots.station)).body;
    expect(page).toContain('整宗没有建');
    expect((await refusal(given.as('102-clerk').get(`/listings/workbooks/${sheet.id}`))).status).toBe(404);
  });

  it('drafts what is good, a lot a household and one that pools two, and not a second time', async () => {
    const [a, b, c] = homes.slice(12, 15);
    const date = new Date(Date.UTC(2026, 10, 10));
    const rows: Record<number, Cells> = {
      [a![1][0]![0]]: { ...terms, 从哪天: date, 宗号: '１' },
      [b![1][0]![0]]: { ...terms, 从哪天: date, 宗号: '1' },
      [c![1][0]![0]]: { ...terms, 每亩每年多少元: '９００' },
    };
    // One file: written a second later it would be another.
    const file = await filled(rows, true);
    const sheet = await sent(file);
    expect(sheet.rows.map((row) => row.reason)).toEqual(['', '', '']);
    expect(sheet).toMatchObject({ status: 'checked', good: 3, lots: 2, drafted: 0 });
    // The same file while it waits is the same piece of work.
    expect((await sent(file)).id).toBe(sheet.id);
    await lots.station.post(`/listings/workbooks/${sheet.id}/run`);
    const done = await seen(sheet.id);
    expect(done).toMatchObject({ status: 'done', drafted: 3, good: 0, bad: 0 });
    const ids = [...new Set(done.rows.map((row) => row.listingId!))];
    expect(ids).toHaveLength(2);
    const lot = await lots.see(ids[0]!);
    expect(lot).toMatchObject({ state: 'draft', households: 2, priceFen: 90_000, floorFen: 85_000 });
    expect((lot as Lot & { termStart: string }).termStart).toBe('2026-11-10');
    // Consents are still to be asked.
    await lots.station.post(`/listings/${lot.id}/gathering`);
    expect((await refusal(lots.station.post(`/listings/${lot.id}/submission`))).text).toContain('没有同意');
    expect((await refusal(lots.station.post(`/listings/workbooks/${sheet.id}/run`))).type).toBe(
      'offer-workbook-not-ready',
    );
    const second = await sent(file);
    expect(second).toMatchObject({ good: 0, bad: 3 });
    expect(second.rows[0]!.reason).toContain('已经在别的挂牌里');
  });

  it('goes on after a new start with the lots that were not drafted yet, each once', async () => {
    const [one, other] = homes.slice(15, 17);
    const sheet = await tried({ [one![1][0]![0]]: terms, [other![1][0]![0]]: terms });
    expect(sheet.good).toBe(2);
    const { database } = given.exchange;
    // As a server that was killed between two lots leaves it.
    await database.write(`UPDATE offer_workbook SET status = 'running' WHERE id = $1`, [sheet.id]);
    await given.exchange.app.get(OfferWorkbooks).onApplicationBootstrap();
    expect(await seen(sheet.id)).toMatchObject({ status: 'done', drafted: 2 });
  });
});
