import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { type Actor, clockActor } from '#kernel';
import { TestExchange } from '../../../../test/support/exchange.js';
import { type RegisterFiles, csvOf, registerFiles } from '../../../../test/support/register-files.js';
import { errorCsv, errorXlsx, harmless } from './error-sheet.js';
import type { RegisterImport } from './import.entity.js';
import { ImportsService } from './imports.service.js';

const administrator: Actor = {
  ...clockActor,
  kind: 'staff',
  name: '禾岭',
  posts: [{ post: 'county_administrator', officeCode: '370126000000' }],
};
let exchange: TestExchange;
let imports: ImportsService;
let files: RegisterFiles;
/** The issuer of these files; the county of the template has others. */
const ours = '37012610222000';

beforeAll(async () => {
  exchange = await TestExchange.open();
  imports = exchange.app.get(ImportsService);
  files = registerFiles(40, 'imports');
});
afterAll(() => exchange.close());

const text = (content: string, fileName = 'a.csv') => ({ fileName, content: Buffer.from(content) });

async function tried(upload: { fileName: string; content: Buffer }): Promise<RegisterImport> {
  const job = await imports.lodge(upload, administrator);
  await imports.settled(job.id);
  return imports.get(job.id);
}

async function taken(upload: { fileName: string; content: Buffer }): Promise<RegisterImport> {
  const job = await tried(upload);
  await run(job.id);
  await imports.settled(job.id);
  return imports.get(job.id);
}

const run = (id: string) => exchange.act(administrator, async (act) => imports.run(act, await imports.locked(act, id)));
const count = async (table: string) =>
  (await exchange.database.ask<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]!.n;
const reasons = async (job: RegisterImport) =>
  (await imports.quarantine(job.id, 100)).map((row) => [row.rowNumber, row.field, row.reason]);

describe('A register that comes in by file', () => {
  it('is tried first, which leaves nothing behind', async () => {
    expect(await tried(text(csvOf(files.FBF)))).toMatchObject({
      kind: 'FBF',
      status: 'checked',
      rowsTotal: 1,
      added: 1,
      bad: 0,
    });
    expect(await count(`issuer WHERE code = '${ours}'`)).toBe(0);
  });

  it('comes in whole, table after table, from CSV with a mark, CSV in GBK, Excel and GeoJSON', async () => {
    await taken(text(`\uFEFF${csvOf(files.FBF)}`));
    const gbk = { fileName: '承包方.csv', content: iconv.encode(csvOf(files.CBF), 'gbk') };
    expect(await taken(gbk)).toMatchObject({ kind: 'CBF', status: 'done', added: 40, bad: 0 });
    expect(await taken(await excelOf(files.CBF_JTCY))).toMatchObject({
      kind: 'CBF_JTCY',
      added: files.CBF_JTCY.length,
      bad: 0,
    });
    expect(await taken(text(csvOf(files.CBHT)))).toMatchObject({ kind: 'CBHT', added: 40, bad: 0 });
    expect(await taken(text(JSON.stringify(files.DK), 'DK.geojson'))).toMatchObject({
      kind: 'DK',
      added: files.DK.features.length,
      bad: 0,
    });
    expect(await taken(text(csvOf(files.CBDKXX)))).toMatchObject({
      kind: 'CBDKXX',
      added: files.CBDKXX.length,
      bad: 0,
    });
    expect(await count(`member m JOIN household h ON h.id = m.household_id WHERE h.issuer_code = '${ours}'`)).toBe(
      files.CBF_JTCY.length,
    );
    const whole = `SELECT count(*) AS n FROM parcel p JOIN contract c ON c.id = p.contract_id JOIN parcel_shape s ON s.parcel_id = p.id AND s.current WHERE p.issuer_code = '${ours}' AND p.land_class LIKE '0%'`;
    expect((await exchange.database.ask<{ n: number }>(whole))[0]!.n).toBe(files.DK.features.length);
  });

  it('changes nothing when the same files come a second time', async () => {
    for (const upload of [
      text(csvOf(files.CBF)),
      text(csvOf(files.CBF_JTCY)),
      text(csvOf(files.CBHT)),
      text(JSON.stringify(files.DK)),
      text(csvOf(files.CBDKXX)),
    ]) {
      const job = await taken(upload);
      expect(job).toMatchObject({ status: 'done', added: 0, changed: 0, bad: 0, unchanged: job.rowsTotal });
    }
    expect(await imports.earlier(await tried(text(csvOf(files.CBHT))))).not.toBeNull();
  });

  it('keeps the file sealed while it waits, and not at all after', async () => {
    const job = await tried(text(csvOf(files.CBF)));
    const number = files.CBF[0]!['CBFZJHM']!;
    expect(job.contentSealed!.includes(number)).toBe(false);
    await run(job.id);
    await imports.settled(job.id);
    expect((await imports.get(job.id)).contentSealed).toBeNull();
    await expect(run(job.id)).rejects.toMatchObject({ type: 'import-not-ready' });
  });
});

describe('A row that cannot come in', () => {
  const change = (kind: 'CBF' | 'CBF_JTCY' | 'CBHT' | 'CBDKXX', field: string, value: string) => [
    { ...files[kind][2]!, [field]: value },
  ];
  const feature = (properties: Record<string, string>, coordinates?: unknown) => {
    const one = files.DK.features[3]!;
    return JSON.stringify({
      features: [
        {
          ...one,
          properties: { ...one.properties, ...properties },
          geometry: coordinates ? { type: 'Polygon', coordinates } : one.geometry,
        },
      ],
    });
  };
  const bowTie = [
    [
      [117, 37],
      [117.001, 37.001],
      [117.001, 37],
      [117, 37.001],
      [117, 37],
    ],
  ];

  it.each([
    ['a wrong check digit', () => csvOf(change('CBF', 'CBFZJHM', '999999197001010010')), 'CBFZJHM', /校验位不符/],
    ['a number of another person', () => csvOf(change('CBF', 'CBFMC', '穗田野')), 'CBFZJHM', /已经登记给另一个/],
    ['a sex that is not the number’s', () => csvOf(change('CBF_JTCY', 'CYXB', '9')), 'CYXB', /代码表/],
    ['a household nobody knows', () => csvOf(change('CBF_JTCY', 'CBFBM', '370126102220009999')), 'CBFBM', /没有登记/],
    [
      'an issuer nobody knows',
      () => csvOf([{ ...files.CBF[2]!, CBFBM: '370126199999000001' }]),
      'CBFBM',
      /发包方 37012619999900 没有登记/,
    ],
    ['no area', () => csvOf(change('CBHT', 'HTZMJ', '0')), 'HTZMJ', /是 0/],
    ['a day that is none', () => csvOf(change('CBHT', 'CBQXQ', '1999-02-30')), 'CBQXQ', /不是日期/],
    ['a term that ends before it begins', () => csvOf(change('CBHT', 'CBQXZ', '1990-01-01')), 'CBQXZ', /早于/],
    [
      'codes that do not belong together',
      () => csvOf(change('CBHT', 'CBHTBM', '370126102220009999J')),
      'CBHTBM',
      /不一致/,
    ],
    ['a boundary that crosses itself', () => feature({}, bowTie), '图形', /相交/],
    ['0 mu of land', () => feature({ SCMJ: '0' }), 'SCMJ', /是 0/],
    ['a parcel nobody knows', () => csvOf(change('CBDKXX', 'DKBM', '3701261022200099999')), 'DKBM', /请先导入地块/],
  ])('with %s is told with its field and a reason', async (_what, content, field, reason) => {
    const job = await tried(text(content()));
    expect(job).toMatchObject({ bad: 1, added: 0, changed: 0 });
    expect(await reasons(job)).toEqual([[expect.any(Number), field, expect.stringMatching(reason)]]);
  });

  it('twice in one file comes in once; an old code comes in and is marked', async () => {
    const fresh = registerFiles(3, 'twice', '370126102221');
    await taken(text(csvOf(fresh.FBF)));
    const doubled = [...fresh.CBF, fresh.CBF[0]!];
    const job = await tried(text(csvOf(doubled)));
    expect(job).toMatchObject({ added: 3, bad: 1 });
    expect(await reasons(job)).toEqual([[5, 'CBFBM', '这个文件里前面已经有同一个代码']]);
    const old = fresh.CBF.map((row) => ({ ...row, CBFBM: row['CBFBM']!.slice(0, 17) })).slice(0, 1);
    expect(await tried(text(csvOf(old)))).toMatchObject({ added: 1, legacy: 1, bad: 0 });
  });

  it('does not keep the good rows beside it out', async () => {
    const fresh = registerFiles(6, 'beside', '370126102222');
    await taken(text(csvOf(fresh.FBF)));
    fresh.CBF[2]!['CBFZJHM'] = '123';
    expect(await taken(text(csvOf(fresh.CBF)))).toMatchObject({ status: 'done', added: 5, bad: 1 });
    expect((await taken(text(csvOf(fresh.CBF_JTCY)))).bad).toBe(
      fresh.CBF_JTCY.filter((row) => row['CBFBM'] === fresh.CBF[2]!['CBFBM']).length,
    );
  });

  it('stands on an error sheet whose cells cannot run', async () => {
    const job = await tried(text(csvOf([{ ...files.CBF[2]!, CBFZJHM: '=HYPERLINK(1)' }])));
    const rows = await imports.quarantine(job.id, 10);
    expect(errorCsv(rows).toString()).toContain('"行号","字段","原因"');
    expect(harmless('=1+1')).toBe("'=1+1");
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await errorXlsx(rows)) as unknown as ArrayBuffer);
    expect(book.worksheets[0]!.getRow(2).getCell(2).value).toBe('CBFZJHM');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a table we do not know', Buffer.from('a,b\r\n1,2')],
    ['half a GeoJSON', Buffer.from('{"type":"FeatureCollection","features":[')],
    ['a list without a header’s columns', Buffer.from('DKBM\r\n1')],
  ])('is not even looked for in %s', async (_what, content) => {
    await expect(imports.lodge({ fileName: 'x.csv', content }, administrator)).rejects.toMatchObject({
      type: 'import-unreadable',
    });
  });
});

async function excelOf(rows: readonly Record<string, string>[]): Promise<{ fileName: string; content: Buffer }> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('成员');
  sheet.addRow(Object.keys(rows[0]!));
  for (const row of rows) sheet.addRow(Object.values(row));
  return { fileName: '成员.xlsx', content: Buffer.from(await book.xlsx.writeBuffer()) };
}
