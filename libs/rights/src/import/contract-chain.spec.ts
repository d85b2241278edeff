import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, type Day, addDays, clockActor } from '#kernel';
import { TestExchange } from '../../../../test/support/exchange.js';
import { type RegisterFiles, csvOf, registerFiles } from '../../../../test/support/register-files.js';
import type { RegisterImport } from './import.entity.js';
import { ImportsService } from './imports.service.js';

const administrator: Actor = {
  ...clockActor,
  kind: 'staff',
  name: '禾岭',
  posts: [{ post: 'county_administrator', officeCode: '370126000000' }],
};

/** 延包：contracts come in as a chain, whichever way a county's files write it. */
describe('A contract of a chain', () => {
  let exchange: TestExchange;
  let imports: ImportsService;
  let files: RegisterFiles;

  beforeAll(async () => {
    exchange = await TestExchange.open();
    imports = exchange.app.get(ImportsService);
    files = registerFiles(8, 'chain');
    for (const table of [files.FBF, files.CBF, files.CBHT]) await taken(text(csvOf(table)));
    await taken(text(JSON.stringify(files.DK)));
    await taken(text(csvOf(files.CBDKXX)));
  });
  afterAll(() => exchange.close());

  const text = (content: string) => ({ fileName: 'a.csv', content: Buffer.from(content) });
  const run = (id: string) =>
    exchange.act(administrator, async (act) => imports.run(act, await imports.locked(act, id)));
  const reasons = async (job: RegisterImport) =>
    (await imports.quarantine(job.id, 100)).map((row) => [row.rowNumber, row.field, row.reason]);

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

  const contractsOf = (code: string) =>
    exchange.database.ask<{ from: string; to: string; endsOn: string; signedOn: string }>(
      `SELECT c.term_from AS "from", c.term_to AS "to", c.ends_on AS "endsOn", c.signed_on AS "signedOn" FROM contract c WHERE c.code = $1 ORDER BY c.term_from`,
      [code],
    );
  const after = (day: string, days: number): string => addDays(day as Day, days);

  it('records an extension under a code of its own, whose parcels then come in; a day between is a gap', async () => {
    const older = files.CBHT[1]!;
    const [X, to] = [older['CBHTBM']!, older['CBQXZ']!];
    const extension = { ...older, YCBHTBM: X, CBHTBM: X.replace('J', 'Q'), CBQXQ: after(to, 2), CBQXZ: '20601231' };
    expect(await taken(text(csvOf([extension])))).toMatchObject({ added: 1, bad: 0 });
    expect(await contractsOf(X)).toMatchObject([{ to, endsOn: to }]);
    const joined = { ...extension, CBQXQ: after(to, 1) };
    expect(await taken(text(csvOf([joined])))).toMatchObject({ changed: 1, bad: 0 });
    expect(await contractsOf(X)).toMatchObject([{ to, endsOn: '2060-12-31' }]);
    const links = files.CBDKXX.filter((row) => row['CBHTBM'] === X).map((row) => ({
      ...row,
      DKBM: row['DKBM']!,
      CBHTBM: X.replace('J', 'Q'),
    }));
    expect(await taken(text(csvOf(links)))).toMatchObject({ changed: links.length, bad: 0, held: 0 });
    const rows = await exchange.database.ask<{ code: string; until: string }>(
      `SELECT c.code, contract_cover(p.id, c.contractor_id, c.term_from)::text AS until FROM parcel p JOIN contract c ON c.id = p.contract_id WHERE p.code = $1`,
      [links[0]!.DKBM],
    );
    expect(rows).toEqual([{ code: X, until: '2060-12-31' }]);
  });

  it('leaves the running term as it is where the next comes under the same code, and takes a corrected day as such', async () => {
    const older = files.CBHT[2]!;
    const [X, to] = [older['CBHTBM']!, older['CBQXZ']!];
    const next = { ...older, CBQXQ: after(to, 1), CBQXZ: '2059-12-31', QDSJ: '2026-03-20' };
    expect(await taken(text(csvOf([next])))).toMatchObject({ added: 1, changed: 0, bad: 0 });
    expect(await taken(text(csvOf([next])))).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect(await taken(text(csvOf([older])))).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect(await contractsOf(X)).toMatchObject([
      { from: older['CBQXQ'], to },
      { from: after(to, 1), signedOn: '2026-03-20' },
    ]);
    const corrected = { ...older, CBQXQ: after(older['CBQXQ']!, -30) };
    expect(await taken(text(csvOf([corrected])))).toMatchObject({ added: 0, changed: 1, bad: 0 });
    expect(await contractsOf(X)).toHaveLength(2);
  });

  it('refuses a chain that bites its tail, in words; so does the database', async () => {
    const [one, other] = [files.CBHT[3]!, files.CBHT[4]!];
    const bite = [
      { ...one, YCBHTBM: other['CBHTBM']! },
      { ...other, YCBHTBM: one['CBHTBM']!, CBQXQ: after(other['CBQXQ']!, 900) },
    ];
    const job = await taken(text(csvOf(bite)));
    expect(job).toMatchObject({ bad: 1, changed: 1 });
    expect(await reasons(job)).toEqual([[2, 'YCBHTBM', expect.stringContaining('首尾相接')]]);
    const turned = exchange.database.transaction((tx) =>
      tx.query(`UPDATE contract SET predecessor_id = (SELECT id FROM contract WHERE code = $2) WHERE code = $1`, [
        one['CBHTBM'],
        other['CBHTBM'],
      ]),
    );
    await expect(turned).rejects.toThrow('a contract begins after the one it follows');
  });

  it('waits for a contract that comes later, and follows it then', async () => {
    const row = files.CBHT[5]!;
    const early = {
      ...row,
      YCBHTBM: files.CBHT[6]!['CBHTBM']!.replace('J', 'Q'),
      CBQXQ: '2031-01-01',
      CBQXZ: '2061-01-01',
      QDSJ: '2030-01-01',
    };
    await taken(text(csvOf([early])));
    const awaited = { ...files.CBHT[6]!, CBHTBM: early.YCBHTBM };
    await taken(text(csvOf([awaited])));
    const rows = await exchange.database.ask<{ code: string }>(
      `SELECT b.code FROM contract c JOIN contract b ON b.id = c.predecessor_id WHERE c.code = $1 AND c.term_from = '2031-01-01'`,
      [row['CBHTBM']],
    );
    expect(rows).toEqual([{ code: awaited.CBHTBM }]);
  });

  it('comes in twice at once without a row lost, and goes on where it was killed', async () => {
    const fresh = registerFiles(60, 'at once', '370126102223');
    for (const table of [fresh.FBF, fresh.CBF, fresh.CBHT]) await taken(text(csvOf(table)));
    await taken(text(JSON.stringify(fresh.DK)));
    const upload = [csvOf(fresh.CBDKXX), csvOf([...fresh.CBDKXX].reverse())];
    const jobs = await Promise.all(upload.map((content) => tried(text(content))));
    await Promise.all(jobs.map(({ id }) => run(id)));
    await Promise.all(jobs.map(({ id }) => imports.settled(id)));
    const [one, other] = await Promise.all(jobs.map(({ id }) => imports.get(id)));
    expect([one!.status, other!.status, one!.bad, other!.bad]).toEqual(['done', 'done', 0, 0]);
    expect(one!.added + other!.added).toBe(fresh.CBDKXX.length);
    expect(one!.unchanged + other!.unchanged).toBe(fresh.CBDKXX.length);
    // As a crash leaves it: half the rows are in, and the job is still running.
    const rows = fresh.CBDKXX.map((row) => ({ ...row, CBJYQZBM: `${row['CBHTBM']}1` }));
    const whole = await tried(text(csvOf(rows)));
    await taken(text(csvOf(rows.slice(0, 50))));
    await exchange.database.transaction((tx) =>
      tx.query(`UPDATE register_import SET status = 'running' WHERE id = $1`, [whole.id]),
    );
    await imports.onApplicationBootstrap();
    await imports.settled(whole.id);
    expect(await imports.get(whole.id)).toMatchObject({ status: 'done', bad: 0, held: 0, rowsDone: rows.length });
    const certificates = await exchange.database.ask<{ n: number }>(
      `SELECT count(*)::int AS n FROM contract WHERE issuer_code = $1 AND certificate_code = code || '1'`,
      [fresh.FBF[0]!['FBFBM']],
    );
    expect(certificates[0]!.n).toBe(fresh.CBHT.length);
  });
});
