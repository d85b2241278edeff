import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { Given, village } from '../support/given.js';
import { Walker } from '../support/walker.js';

interface ListJson {
  rows: Record<string, string | number | boolean | null>[];
  next: string;
}

/** What a county holds beside its cases can be gone through as well: every parcel, every right, every paper. */
describe('An office goes through', () => {
  let given: Given;
  let certified: TransferStory;
  let reserved: TransferStory;

  beforeAll(async () => {
    given = await Given.open();
    certified = await given.transfer({ state: 'certified' });
    reserved = await given.transfer({ state: 'survey' });
  }, 120_000);
  afterAll(() => given.close());

  const list = (login: string, path: string) => given.as(login).get<ListJson>(path);
  const column = async (login: string, path: string, name: string) =>
    (await list(login, path)).rows.map((row) => row[name]);

  async function sheet(login: string, path: string): Promise<unknown[][]> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await given.as(login).file(path)) as never);
    const rows: unknown[][] = [];
    book.worksheets[0]!.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
    return rows;
  }

  it('its parcels: what lies free, the largest first, one by its code, none of another town', async () => {
    const all = await list('101-clerk', '/register/parcels');
    expect(all.rows).toHaveLength(20);
    expect(new Set(all.rows.map((row) => String(row['officeCode']).slice(0, 9)))).toEqual(new Set(['370126101']));
    const flowing = await list('101-clerk', '/register/parcels?status=flowing');
    expect(flowing.rows.length).toBeGreaterThan(1);
    expect(flowing.rows.every((row) => row['flowing'])).toBe(true);
    const [held] = flowing.rows;
    expect(await column('101-clerk', `/register/parcels?status=free&q=${held!['code']}`, 'id')).toEqual([]);
    expect(await column('101-clerk', `/register/parcels?q=${held!['code']}`, 'id')).toEqual([held!['id']]);
    expect(await column('102-clerk', `/register/parcels?q=${held!['code']}`, 'id')).toEqual([]);
    const owners = await column(
      'reviewer',
      `/register/parcels?q=${encodeURIComponent(String(held!['contractor']))}`,
      'id',
    );
    expect(owners).toContain(held!['id']);
    const areas = (
      await column('101-clerk', '/register/parcels?sort=largest&status=free&farmland=basic', 'contractMu')
    ).map(Number);
    expect(areas).toEqual(areas.toSorted((one, other) => other - one));
    const common = await list('reviewer', `/register/parcels?status=common&office=${village}`);
    expect(common.rows[0]).toMatchObject({ contractor: null, householdId: null, contractCode: null });
    const behind = await list('101-clerk', all.next.replace(/^\/api/, ''));
    expect(behind.rows.map((row) => row['id'])).not.toContain(all.rows.at(-1)!['id']);
  });

  it('its rights: who holds how much of whose land, and for how long', async () => {
    const rights = await list('101-clerk', '/register/rights');
    expect(rights.rows.map((row) => [row['transferId'], row['status']])).toEqual([
      [reserved.id, 'reserved'],
      [certified.id, 'active'],
    ]);
    const [, held] = rights.rows;
    expect(held).toMatchObject({
      plannedUse: 'grain',
      overReason: null,
      place: '殷巷镇李家桥村',
    });
    expect(Number(held!['areaMu'])).toBeGreaterThan(0);
    expect(await column('101-clerk', '/register/rights?status=active', 'id')).toEqual([held!['id']]);
    expect(
      await column('reviewer', `/register/rights?q=${encodeURIComponent(String(held!['holder']))}`, 'id'),
    ).toContain(held!['id']);
    const [parcel] = await column('101-clerk', '/register/parcels?status=flowing', 'code');
    expect((await list('101-clerk', `/register/rights?q=${parcel}`)).rows).toHaveLength(1);
    const year = String(held!['termEnd']).slice(0, 4);
    expect(await column('101-clerk', `/register/rights?ends=${year}&sort=ending&office=${village}`, 'id')).toContain(
      held!['id'],
    );
    expect(await column('102-clerk', '/register/rights', 'id')).toEqual([]);
  });

  it('its papers: of one kind, of some days, by the beginning of the number', async () => {
    const papers = await list('101-clerk', '/papers');
    expect(papers.rows.map((row) => row['kind'])).toEqual(
      expect.arrayContaining(['application', 'contract', 'certificate']),
    );
    const [receipt] = (await list('reviewer', '/papers?kind=acceptance&sort=oldest')).rows;
    expect(receipt).toMatchObject({ copies: 0, voidedAt: null, voidReason: null });
    const number = encodeURIComponent(String(receipt!['number']));
    expect(await column('reviewer', `/papers?q=${number}&status=valid`, 'id')).toEqual([receipt!['id']]);
    expect(await column('reviewer', `/papers?q=${encodeURIComponent('商农经权（2026）')}`, 'kind')).toEqual([
      'certificate',
    ]);
    const today = given.exchange.clock.today();
    expect(await column('reviewer', `/papers?until=2020-01-01`, 'id')).toEqual([]);
    expect((await list('reviewer', `/papers?from=2020-01-01&until=${today}&sort=number`)).rows.length).toBeGreaterThan(
      3,
    );
    expect(await column('102-clerk', '/papers', 'id')).toEqual([]);
  });

  it('each as a workbook, and as a page with its filters', async () => {
    const [heads, first] = await sheet('101-clerk', '/register/parcels/sheet?status=flowing');
    expect(heads).toEqual(expect.arrayContaining(['地块代码', '地类', '合同面积（亩）']));
    expect(first![5]).toMatch(/[\u4e00-\u9fff]/u);
    expect(await sheet('101-clerk', '/register/rights/sheet')).toHaveLength(3);
    expect((await sheet('101-clerk', '/papers/sheet?kind=contract'))[1]).toContain('农村土地经营权出租合同');
    const walker = await Walker.signIn(given.exchange, '101-clerk');
    for (const [path, words] of [
      ['/register/parcels', ['地块代码', '没有流转', '/register/parcels/sheet', '水浇地']],
      ['/register/rights', ['谁的地', '现在占着地的', `/transfers/${certified.id}`]],
      ['/papers', ['出具的文书', '打印登记', '/papers/sheet']],
    ] as const) {
      const { body } = await walker.open(path);
      for (const word of words) expect(body).toContain(word);
    }
    expect((await walker.open('/register')).body).toContain('href="/register/rights"');
  });

  it('but no farmer does', async () => {
    for (const path of ['/register/parcels', '/register/rights', '/papers', '/papers/sheet'])
      expect((await given.as('farmer').ask(path)).json()).toMatchObject({ type: '/problems/not-your-post' });
  });

  it('at the price of one page', async () => {
    for (const path of ['/register/parcels', '/register/rights', '/papers']) {
      await list('101-clerk', path);
      expect(await given.exchange.queriesFor(() => list('101-clerk', path))).toBeLessThanOrEqual(4);
    }
  });
});
