import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { type Actor, clockActor } from '#kernel';
import { TestExchange } from '../../../../test/support/exchange.js';
import { csvOf, registerFiles } from '../../../../test/support/register-files.js';
import type { RegisterImport } from './import.entity.js';
import { ImportsService } from './imports.service.js';

const administrator: Actor = {
  ...clockActor,
  kind: 'staff',
  name: '禾岭',
  posts: [{ post: 'county_administrator', officeCode: '370126000000' }],
};
const files = registerFiles(4, 'nonsense', '370126102223');

describe('A file of nonsense', () => {
  let exchange: TestExchange;
  let imports: ImportsService;
  beforeAll(async () => {
    exchange = await TestExchange.open();
    imports = exchange.app.get(ImportsService);
    await taken(files.FBF);
  });
  afterAll(() => exchange.close());

  async function tried(content: Buffer, fileName = 'CBF.csv'): Promise<RegisterImport> {
    const job = await imports.lodge({ fileName, content }, administrator);
    await imports.settled(job.id);
    return imports.get(job.id);
  }
  const triedRows = (rows: Record<string, string>[]) => tried(Buffer.from(csvOf(rows)));
  async function taken(rows: Record<string, string>[]): Promise<RegisterImport> {
    const { id } = await triedRows(rows);
    await exchange.act(administrator, async (act) => imports.run(act, await imports.locked(act, id)));
    await imports.settled(id);
    return imports.get(id);
  }
  const reasons = async (job: RegisterImport) =>
    (await imports.quarantine(job.id, 100)).map((row) => [row.field, row.reason]);

  it('is refused with the line: UTF-8 with one byte cut out, Big5, and what was read wrongly before', async () => {
    const sound = Buffer.from(csvOf(files.CBF));
    const third = sound.indexOf(Buffer.from(files.CBF[2]!['CBFMC']!));
    const cut = Buffer.concat([sound.subarray(0, third + 1), sound.subarray(third + 2)]);
    await expect(tried(cut)).rejects.toMatchObject({
      ...{ type: 'import-unreadable', members: { detail: expect.stringMatching(/^第 4 行起读出来不像中文/) } },
    });
    const rows = files.CBF.map((row) => ({ ...row, CBFMC: '張偉', CBFDZ: '山東省濟南市商河縣孫集鎮' }));
    for (const content of [
      iconv.encode(csvOf(rows), 'big5'),
      Buffer.from(iconv.decode(sound, 'gb18030')),
      await workbook(
        files.CBF.map((row) => ({ ...row, CBFMC: iconv.decode(Buffer.from(row['CBFMC']!), 'gb18030') + '鐜嬬' })),
      ),
    ])
      await expect(tried(content)).rejects.toMatchObject({
        type: 'import-unreadable',
        members: { detail: expect.stringMatching(/第 2 行起/) },
      });
    // The very file, sound, comes in whole.
    expect(await triedRows(files.CBF)).toMatchObject({ added: 4, bad: 0 });
  });

  it('is not made of names: what stands for a lost character, figures, marks are told row by row', async () => {
    const spoilt = ['张\ufffd', '张\ue863', '王?', '李□', '赵3'].map((name, i) => ({
      ...files.CBF[i % 4]!,
      CBFMC: name,
    }));
    for (const row of spoilt) {
      const job = await triedRows([row]);
      expect(job).toMatchObject({ added: 0, bad: 1 });
      expect(await reasons(job)).toEqual([['CBFMC', expect.stringMatching(/^承包方（代表）姓名或名称第 2 个字/)]]);
    }
    const member = await triedRows([{ ...files.CBF_JTCY[0]!, CYXM: '张？' }]);
    expect(await reasons(member)).toContainEqual(['CYXM', expect.stringMatching(/“？”/)]);
    const issuer = await triedRows([{ ...files.FBF[0]!, FBFMC: '禾□村民委员会', FBFFZRXM: '王\ufffd' }]);
    expect((await reasons(issuer)).map(([field]) => field)).toEqual(['FBFMC', 'FBFFZRXM']);
  });

  it('is seen before it is kept: the dry run shows how its first rows were read, numbers masked', async () => {
    const job = await triedRows(files.CBF);
    expect(job.firstRows.map(({ rowNumber }) => rowNumber)).toEqual([2, 3, 4]);
    const shown = Object.fromEntries(job.firstRows[0]!.cells.map(({ field, value }) => [field, value]));
    const [row] = files.CBF;
    expect(shown).toMatchObject({ CBFBM: row!['CBFBM'], CBFMC: row!['CBFMC'], CBFDZ: row!['CBFDZ'] });
    expect(shown['CBFZJHM']).toMatch(/^999999\*{8}/);
    expect(JSON.stringify(job.firstRows)).not.toContain(row!['LXDH']);
    const odd = await tried(Buffer.from(csvOf([{ ...row!, BZ: row!['CBFZJHM']! }])));
    expect(JSON.stringify(odd.firstRows)).not.toContain(row!['CBFZJHM']);
    expect((await taken(files.CBF)).firstRows).toEqual([]);
  });
});

async function workbook(rows: readonly Record<string, string>[]): Promise<Buffer> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  const sheet = book.addWorksheet('承包方');
  sheet.addRow(Object.keys(rows[0]!));
  for (const row of rows) sheet.addRow([...Object.values({ ...row, CBFDZ: '' })]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
