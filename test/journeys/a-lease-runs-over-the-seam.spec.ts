import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Day, addDays } from '#kernel';
import { ImportsService } from '#rights';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { boardPhoto } from '../../apps/exchange/src/training/made-up-files.js';
import { Given, refusal } from '../support/given.js';
import { scanOf } from '../support/made-up-files.js';
import { csvOf, registerFiles } from '../support/register-files.js';
import { wordsOf } from '../support/read-pdf.js';
import { linkRow, takeIn } from '../support/register-rows.js';

type Row = Record<string, string>;

/** 延包、分户：a village's register comes in, its contracts run out, and what is let over the seam rests on the chain. */
describe('A lease runs over the seam of two contracts', () => {
  let given: Given;
  let lease: TransferStory;
  /** A village of the town whose register nobody has handed in yet. */
  const village = '370126101221';
  const files = registerFiles(8, 'seam', village);
  /** A household of the village whose contract has two parcels or more, and its own next contract. */
  let own: Row;
  let land: string[];
  let seam: Day;

  const takeTable = async (name: string, content: string): Promise<void> => {
    const administrator = given.as('administrator');
    const answer = await administrator.send('/register/imports', { file: new File([content], name) });
    const { id } = answer.json<{ id: string }>();
    await given.exchange.app.get(ImportsService).settled(id);
    await administrator.post(`/register/imports/${id}/run`);
    await given.exchange.app.get(ImportsService).settled(id);
    expect(await administrator.get(`/register/imports/${id}`)).toMatchObject({ status: 'done', rows: [] });
  };

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    const { FBF, CBF, CBF_JTCY, CBHT, DK, CBDKXX } = files;
    await takeTable('FBF.csv', csvOf(FBF));
    await takeTable('CBF.csv', csvOf(CBF));
    await takeTable('JTCY.csv', csvOf(CBF_JTCY));
    await takeTable('CBHT.csv', csvOf(CBHT));
    await takeTable('DK.geojson', JSON.stringify(DK));
    await takeTable('CBDKXX.csv', csvOf(CBDKXX));
    const parcelsOf = (code: string) => CBDKXX.filter((row) => row['CBHTBM'] === code).map((row) => row['DKBM']!);
    own = CBHT.find((row) => parcelsOf(row['CBHTBM']!).length > 1 && row['CBQXZ']! < '2029-01-01') ?? CBHT[0]!;
    land = parcelsOf(own['CBHTBM']!);
    seam = addDays(own['CBQXZ'] as Day, 1);
  }, 300_000);
  afterAll(() => given.close());

  const over = () => ({
    villageCode: village,
    parcels: [{ code: land[0]! }],
    term: { start: '2027-01-01', end: '2032-12-31' },
  });
  const contractOf = async (code: string) =>
    (
      await given.exchange.database.ask<{ id: string; code: string; contractor: string; householdId: string }>(
        `SELECT c.id, c.code, h.contractor_code AS contractor, h.id AS "householdId" FROM parcel p JOIN contract c ON c.id = p.contract_id
           JOIN household h ON h.id = c.contractor_id WHERE p.code = $1`,
        [code],
      )
    )[0]!;

  it('and is refused while the household’s contract ends before it, with the way to what is missing', async () => {
    lease = await given.story(over());
    await lease.draft();
    await lease.consents();
    const refused = await given.as('101-clerk').send(`/transfers/${lease.id}/submission`);
    const { blockers } = refused.json<{ blockers: { rule: string; text: string; way: { href: string } }[] }>();
    expect(blockers.map(({ rule }) => rule)).toEqual(['term-within-contract']);
    const { id } = await contractOf(land[0]!);
    expect(blockers[0]!.way.href).toBe(`/register/contracts/${id}/extension`);
    const form = await given.page(blockers[0]!.way.href, given.as('101-clerk'));
    expect(form.body).toContain('延包合同签了才算');
  });

  it('and is still refused where a day lies between the two', async () => {
    const code = own['CBHTBM']!.replace('J', 'Q');
    const next = {
      ...own,
      YCBHTBM: own['CBHTBM']!,
      CBHTBM: code,
      CBQXQ: addDays(seam, 1),
      CBQXZ: addDays(seam, 10957),
      QDSJ: '2026-09-01',
    };
    expect(await takeIn(given, [next])).toMatchObject({ added: 1, bad: 0 });
    const links = await Promise.all(land.map((parcel) => linkRow(given, parcel, { CBHTBM: code })));
    expect(await takeIn(given, links)).toMatchObject({ changed: land.length, held: 0, bad: 0 });
    expect((await refusal(lease.submit())).text).toContain('中间差 1 天，没有连上');
    expect(await takeIn(given, [{ ...next, CBQXQ: seam }])).toMatchObject({ changed: 1, bad: 0 });
  });

  it('goes from application to certificate once the contracts join; the running one stays as it was', async () => {
    await lease.submit();
    await given.go(lease, 'on_notice', 'town_review');
    await lease.proveScreens();
    const station = await given.hire('seam-station', ['village_clerk', village]);
    await station.post(`${await lease.posting('village_board')}/proof`, { photo: boardPhoto(7) });
    await given.pass(8);
    await given.go(lease, 'certified', 'filing');
    expect((await contractOf(land[0]!)).code).toBe(own['CBHTBM']);
    const papers = await given.exchange.database.ask<{ view: { contractCode: string } }>(
      `SELECT view FROM paper WHERE kind = 'certificate'`,
    );
    expect(papers.map(({ view }) => view.contractCode)).toEqual([own['CBHTBM']]);
    const page = await given.page(`/register/parcels/${await parcelId(land[0]!)}`, given.as('101-clerk'));
    expect(page.body).toContain('先后的承包合同');
    expect(page.body).toContain(`${own['CBHTBM']} 后面`);
  });

  const parcelId = async (code: string): Promise<string> =>
    (await given.exchange.database.ask<{ id: string }>('SELECT id FROM parcel WHERE code = $1', [code]))[0]!.id;

  it('while the household splits, and each successor belongs to its own household from its first day', async () => {
    const [member] = await given.exchange.database.ask<{ name: string; sex: string }>(
      `SELECT n.name, n.sex FROM household h JOIN member m ON m.household_id = h.id JOIN person n ON n.id = m.person_id
       WHERE h.contractor_code = $1 AND n.id <> h.representative_id AND m.co_right ORDER BY n.born LIMIT 1`,
      [own['CBFBM']!],
    );
    const card = files.CBF_JTCY.find((each) => each['CBFBM'] === own['CBFBM'] && each['CYXM'] === member!.name)![
      'CYZJHM'
    ]!;
    const [split, code] = [`${own['FBFBM']}0990`, `${own['FBFBM']}0990J`];
    const household = {
      CBFBM: split,
      CBFLX: '1',
      CBFMC: member!.name,
      CBFZJLX: '1',
      CBFZJHM: card,
      CBFDZ: '李家桥村',
      LXDH: '',
    };
    expect(await takeIn(given, [household])).toMatchObject({ added: 1, bad: 0 });
    const next = {
      ...own,
      CBFBM: split,
      YCBHTBM: own['CBHTBM']!,
      CBHTBM: code,
      CBQXQ: seam,
      CBQXZ: addDays(seam, 10957),
      QDSJ: '2026-11-20',
    };
    expect(await takeIn(given, [next])).toMatchObject({ added: 1, bad: 0 });
    // Nobody takes the last parcel, so it may change hands with the seam.
    const last = land.at(-1)!;
    expect(await takeIn(given, [await linkRow(given, last, { CBFBM: split, CBHTBM: code })])).toMatchObject({
      changed: 1,
      held: 0,
    });
    expect((await contractOf(last)).contractor).toBe(own['CBFBM']);
    const two = await given.exchange.database.ask<{ contractor: string }>(
      `SELECT h.contractor_code AS contractor FROM contract c JOIN contract b ON b.id = c.predecessor_id JOIN household h ON h.id = c.contractor_id
       WHERE b.code = $1 ORDER BY 1`,
      [own['CBHTBM']!],
    );
    expect(two.map(({ contractor }) => contractor)).toEqual([own['CBFBM'], split]);
    const beyond = await given.story({ ...over(), parcels: [{ code: last }] });
    await beyond.draft();
    await beyond.consents();
    expect((await refusal(beyond.submit())).text).toContain('另一户的合同');
    // What is let already is decided on by a person.
    const held = await takeIn(given, [await linkRow(given, land[0]!, { CBFBM: split, CBHTBM: code })]);
    expect(held).toMatchObject({ held: 1, changed: 0 });
  });

  it('keeps its term over the seam, and the next paper prints the new code', async () => {
    const [change] = (await given.as('101-coordination').get<{ rows: { id: string }[] }>('/register/changes')).rows;
    await given
      .as('101-coordination')
      .post(`/register/changes/${change!.id}/refusal`, { reason: '这块地没有分给新户' });
    await given.on(seam);
    await given.on(seam, '11:00');
    expect((await contractOf(land[0]!)).code).toBe(own['CBHTBM']!.replace('J', 'Q'));
    expect((await contractOf(land.at(-1)!)).contractor).toBe(`${own['FBFBM']}0990`);
    const seen = await given.as('101-trade').get<{
      state: string;
      terms: { term: { end: string } };
      parcels: { contractCode: string; acceptedContract: string }[];
    }>(`/transfers/${lease.id}`);
    expect(seen).toMatchObject({
      state: 'in_force',
      terms: { term: { end: '2032-12-31' } },
      parcels: [{ contractCode: own['CBHTBM']!.replace('J', 'Q'), acceptedContract: own['CBHTBM'] }],
    });
    const [old] = await given.exchange.database.ask<{ id: string }>(
      'SELECT id FROM certificate WHERE transfer_id = $1',
      [lease.id],
    );
    const lost = {
      reason: '证书遗失',
      rule: '平台规则 证-04',
      announcedOn: addDays(seam, 0),
      announcedAt: '县政府网站',
    };
    await given.pass(17);
    await given.as('certifier').post(`/certificates/${old!.id}/reissue`, {
      ...{ ...lost, collectedBy: '禾演领', file: scanOf('a signed request') },
    });
    const papers = await given.exchange.database.ask<{ id: string; view: { parcels: { contractCode: string }[] } }>(
      `SELECT id, view FROM paper WHERE kind = 'certificate' ORDER BY number`,
    );
    const [first, next] = papers;
    expect(first!.view).toMatchObject({ contractCode: own['CBHTBM'], parcels: [{ contractCode: own['CBHTBM'] }] });
    const code = own['CBHTBM']!.replace('J', 'Q');
    expect(next!.view).toMatchObject({ contractCode: code, contractCount: 1, parcels: [{ contractCode: code }] });
    const printed = wordsOf(await given.as('certifier').file(`/papers/${next!.id}`)).replaceAll(/\s/g, '');
    expect(printed).toContain(code);
    expect(printed).not.toContain(own['CBHTBM']);
  });

  it('and an extension is entered at the desk, from its paper', async () => {
    const clerk = given.as('101-clerk');
    const [other] = await given.exchange.database.ask<{
      id: string;
      code: string;
      to: Day;
      parcel: string;
      householdId: string;
    }>(
      `SELECT c.id, c.code, c.term_to AS "to", min(p.code) AS parcel, c.contractor_id AS "householdId" FROM contract c JOIN parcel p ON p.contract_id = c.id
       WHERE c.issuer_code = $1 AND c.code NOT LIKE $2 AND c.ends_on = c.term_to GROUP BY c.id ORDER BY c.code LIMIT 1`,
      [own['FBFBM']!, `${own['CBFBM']}%`],
    );
    const at = `/register/contracts/${other!.id}/extension`;
    const paper = {
      code: other!.code,
      startsOn: addDays(other!.to, 1),
      endsOn: addDays(other!.to, 10957),
      signedOn: '2026-03-01',
    };
    const wrong = { ...paper, code: own['CBHTBM']!, startsOn: '1990-01-01', file: scanOf('wrong') };
    const { text } = await refusal(clerk.post(at, wrong));
    expect([text.includes('另一份承包合同'), text.includes('以后')]).toEqual([true, true]);
    expect((await refusal(given.as('101-finance').post(at, { ...paper, file: scanOf('x') }))).status).toBe(403);
    expect((await refusal(given.as('102-clerk').post(at, { ...paper, file: scanOf('x') }))).status).toBe(404);
    expect(await clerk.post(at, { ...paper, file: scanOf('signed extension') })).toBe(
      `/register/households/${other!.householdId}`,
    );
    const page = await given.page(`/register/households/${other!.householdId}`, clerk);
    expect(page.body).toContain('已登记延包');
    expect((await refusal(clerk.post(at, { ...paper, file: scanOf('again') }))).text).toContain('已经有接着的合同');
  });
});
