import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { Given, refusal, village } from '../support/given.js';
import { scanOf } from '../support/made-up-files.js';
import { linkRow, otherContract, takeIn, tryOut } from '../support/register-rows.js';

interface CaseSeen {
  number: string;
  state: string;
  deadline: object | null;
  parcels: { moved: boolean; acceptedContract: string; contractCode: string }[];
  warnings: { code: string }[];
  papers: { kind: string }[];
}

/** 只有承包方能流转（承包法第36条）: a register that moves the land under a case is decided on by a person. */
describe('The ground moves under a case', () => {
  let given: Given;
  let [waiting, certifying, running]: TransferStory[] = [];
  let minutes = 0;

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    running = await given.transfer({ state: 'certified', term: { start: '2026-11-01', end: '2032-10-31' } });
    waiting = await given.transfer({ state: 'recording', parcels: await given.land('12.00') });
    certifying = await given.transfer({ state: 'certifying' });
    await given.on('2026-11-30');
  }, 300_000);
  afterAll(() => given.close());

  const parcelOf = (story: TransferStory): string => story.wish.parcels[0]!.code;
  const seen = ({ id }: TransferStory) => given.as('101-trade').get<CaseSeen>(`/transfers/${id}`);
  const later = (): Promise<unknown> => given.on('2026-11-30', `10:${String(++minutes).padStart(2, '0')}`);
  const desk = () => given.as('101-coordination');
  const changes = async () => (await desk().get<{ rows: { id: string; code: string }[] }>('/register/changes')).rows;
  const changeOf = async (story: TransferStory): Promise<string> =>
    (await changes()).find(({ code }) => code === parcelOf(story))!.id;
  const moved = async (story: TransferStory) =>
    linkRow(given, parcelOf(story), await otherContract(given, parcelOf(story)));
  const contractorOf = async (story: TransferStory) => (await linkRow(given, parcelOf(story)))['CBFBM'];

  it('and is held back, row by row, while the rows beside it come in', async () => {
    const before = await contractorOf(waiting!);
    const [free] = await given.land('1.00');
    const rows = [await moved(waiting!), await linkRow(given, free!.code, await otherContract(given, free!.code))];
    expect(await tryOut(given, rows)).toMatchObject({ status: 'checked', changed: 1, held: 1, bad: 0 });
    expect(await changes()).toEqual([]);
    const taken = await takeIn(given, rows);
    expect(taken).toMatchObject({ status: 'done', changed: 1, held: 1, bad: 0 });
    expect((await given.page(`/register/imports/${taken.id}`, given.as('administrator'))).body).toContain(
      '由镇协调部决定',
    );
    expect(await contractorOf(waiting!)).toBe(before);
    // The same file again finds what waits already.
    expect(await takeIn(given, rows)).toMatchObject({ unchanged: 1, held: 1 });
    expect(await changes()).toHaveLength(1);
  });

  it('on a list that names its cases, for town coordination within five working days', async () => {
    const id = await changeOf(waiting!);
    const { number } = await seen(waiting!);
    expect(await desk().get(`/register/changes/${id}`)).toMatchObject({
      state: 'open',
      dueAt: '2026-12-07T16:00:00.000Z',
      differences: [{ kind: 'contract' }, { kind: 'contractor' }],
      cases: [{ number, status: 'reserved' }],
    });
    const { rows } = await desk().get<{ rows: object[] }>('/desk?kind=land_change');
    expect(rows).toMatchObject([{ at: `/register/changes/${id}`, state: 'open' }]);
    expect((await given.page('/register/changes', desk())).body).toContain(parcelOf(waiting!));
    const page = await given.page(`/register/changes/${id}`, desk());
    expect(page.body).toContain(number);
    expect(page.body).not.toMatch(/999999\d{12}/);
    expect((await given.page(`/register/changes/${id}`, given.as('102-coordination'))).statusCode).toBe(404);
    const by = given.as('101-trade').post(`/register/changes/${id}/adoption`, { reason: '不归我管的事' });
    expect((await refusal(by)).status).toBe(403);
  });

  it('and the case neither goes on nor runs out of time until it is decided', async () => {
    const trade = given.as('101-trade');
    const { type, text } = await refusal(trade.post(`/transfers/${waiting!.id}/record`));
    expect([type, text]).toEqual(['step-blocked', expect.stringContaining('等镇协调部决定')]);
    await later();
    expect(await seen(waiting!)).toMatchObject({ state: 'suspended', deadline: null });
    expect((await running!.view()).stateName).toBe('in_force');
    const resumed = await refusal(given.as('director').post(`/transfers/${waiting!.id}/resumption`));
    expect(resumed.text).toContain('等镇协调部决定');
    const page = await given.page(`/transfers/${waiting!.id}`, trade);
    expect(page.body).toContain('交来的登记簿要改本案的地');
  });

  it('goes on where it stood when the register stays as it was; the same row is refused by name then', async () => {
    const id = await changeOf(waiting!);
    expect((await refusal(desk().post(`/register/changes/${id}/refusal`))).status).toBe(422);
    await desk().post(`/register/changes/${id}/refusal`, {
      reason: '两户没有互换，是报送抄错了行',
      proof: scanOf('proof'),
    });
    await later();
    expect((await waiting!.view()).stateName).toBe('recording');
    const again = await takeIn(given, [await moved(waiting!)]);
    expect(again).toMatchObject({ held: 0, bad: 1 });
    expect(again.rows).toMatchObject([{ field: 'DKBM', reason: expect.stringContaining('两户没有互换') }]);
    await waiting!.record();
    expect((await waiting!.view()).stateName).toBe('certifying');
  });

  it('lets go of what a later register no longer says', async () => {
    await takeIn(given, [await moved(certifying!)]);
    const id = await changeOf(certifying!);
    await later();
    await takeIn(given, [await linkRow(given, parcelOf(certifying!))]);
    expect(await desk().get(`/register/changes/${id}`)).toMatchObject({ state: 'withdrawn' });
    await later();
    expect((await certifying!.view()).stateName).toBe('certifying');
  });

  it('gets no certificate for another household’s land', async () => {
    const row = await moved(certifying!);
    await takeIn(given, [row]);
    await later();
    await desk().post(`/register/changes/${await changeOf(certifying!)}/adoption`, {
      reason: '两户已经互换，村里证明',
    });
    expect(await contractorOf(certifying!)).toBe(row['CBFBM']);
    await later();
    const { state, parcels, warnings } = await seen(certifying!);
    expect(state).toBe('certifying');
    expect(parcels[0]).toMatchObject({ moved: true, contractCode: row['CBHTBM'] });
    expect(parcels[0]!.acceptedContract).not.toBe(row['CBHTBM']);
    expect(warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['contractor_moved', 'contract_changed']));
    const { type, text } = await refusal(certifying!.certify());
    expect([type, text]).toEqual(['step-blocked', expect.stringContaining('承包方已经不是转出方')]);
  });

  it('leaves a right in force, tells both sides, and asks who gets the rent', async () => {
    const trade = given.as('101-trade');
    const row = await moved(running!);
    await takeIn(given, [row]);
    await desk().post(`/register/changes/${await changeOf(running!)}/adoption`, { reason: '分户以后这块地归了另一户' });
    await later();
    const view = await seen(running!);
    expect(view.state).toBe('in_force');
    expect(view.papers.map(({ kind }) => kind)).toContain('ground_change');
    const waits = (await trade.get<{ rows: { at: string }[] }>('/desk?kind=rent_payee')).rows;
    expect(waits).toMatchObject([{ at: `/transfers/${running!.id}` }]);
    const [household] = await given.exchange.database.ask<{ id: string; name: string }>(
      `SELECT h.id, p.display_name AS name FROM household h JOIN party p ON p.id = h.id WHERE h.contractor_code = $1`,
      [row['CBFBM']!],
    );
    const paper = { confirmedOn: '2026-11-30', file: scanOf('payee') };
    const stranger = trade.post(`/transfers/${running!.id}/payee`, { payeeId: running!.id, ...paper });
    expect((await refusal(stranger)).type).toBe('payee-unknown');
    await trade.post(`/transfers/${running!.id}/payee`, { payeeId: household!.id, ...paper });
    expect(await trade.get(`/transfers/${running!.id}`)).toMatchObject({
      ground: [{ open: false, payee: household!.name, confirmedOn: '2026-11-30' }],
    });
    expect((await trade.get<{ rows: object[] }>('/desk?kind=rent_payee')).rows).toEqual([]);
    await later();
    expect((await seen(running!)).papers.filter(({ kind }) => kind === 'ground_change')).toHaveLength(1);
  });

  it('is asked of whoever begins, too: an application is handed in by today’s contractor', async () => {
    const story = await given.transfer({
      state: 'draft',
      villageCode: village,
      term: { start: '2027-01-01', end: '2032-12-31' },
    });
    const row = await moved(story);
    expect(await takeIn(given, [row])).toMatchObject({ changed: 1, held: 0 });
    expect((await refusal(story.submit())).text).toContain('承包方已经不是转出方');
  });
});
