import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clockActor } from '#kernel';
import { PublicationsService, VenuesService } from '#publications';
import { photoOf } from '../support/made-up-files.js';
import { Given } from '../support/given.js';
import { Screens } from '../support/screens.js';

const subjectId = 'aaaaaaaa-0000-4000-8000-000000000001';

/** Everything that a public text has at its venues, it has of itself; a notice only counts its period by it. */
describe('A text hangs that is no notice', () => {
  let given: Given;
  let screens: Screens;
  const postings: Record<string, string> = {};

  beforeAll(async () => {
    given = await Given.open('2026-10-10T09:00:00+08:00');
    screens = await Screens.hang(given);
    const { app } = given.exchange;
    const [publications, venues] = [app.get(PublicationsService), app.get(VenuesService)];
    await given.exchange.act(clockActor, async (act) => {
      const facts = [{ label: '面积', value: '12.00 亩', material: true }];
      const text = { title: '李家桥村招租公告', facts, paragraphs: ['要租的到村里报名。'], parcels: [] };
      const { id } = await publications.compose(act.tx, {
        ...{ subject: 'announcement', subjectId, version: 1, text, boardText: text, knownCodes: [] },
        ...{ town: '殷巷镇', village: '李家桥村', areaMu: null, map: null },
      });
      await venues.plan(act.tx, id, [
        { kind: 'village_board', officeCode: '370126101226', place: '李家桥村公示栏', mandatory: true },
        { kind: 'screen_town', officeCode: '370126101000', place: '殷巷镇交易所屏幕', mandatory: true },
      ]);
      await publications.release(act, await publications.approve(act, id), '招〔2026〕第1号');
      for (const posting of await venues.of(act.tx, id)) postings[posting.kind] = `/postings/${posting.id}`;
    });
  });
  afterAll(() => given.close());

  const station = () => given.as('101-village-226');

  it('waits on the station’s list and desk until its board is photographed', async () => {
    const listed = () => station().get<{ rows: { title: string; what: string }[] }>('/board-photos');
    expect((await listed()).rows).toMatchObject([{ what: 'board', title: '李家桥村招租公告' }]);
    const desk = await station().get<{ rows: { at: string; kind: string }[] }>('/desk?kind=venue_posting');
    expect(desk.rows).toMatchObject([{ at: postings['village_board'] }]);
    const proof = await station().send(`${postings['village_board']}/proof`, { photo: photoOf('offer') });
    expect(proof.json()).toMatchObject({ kind: 'village_board', proof: 'photo', address: null });
    expect((await listed()).rows).toEqual([]);
    const page = await given.page(postings['village_board'] ?? '', station());
    expect(page.body).toContain('已有凭证');
    expect(
      (await station().send(`${postings['village_board']}/proof`, { photo: photoOf('twice') })).json(),
    ).toMatchObject({ status: 409, type: '/problems/venue-already-proven' });
    expect(
      (await station().send(`${postings['village_board']}/sheet`, { photo: photoOf('sheet') })).json(),
    ).toMatchObject({
      ...{ status: 409, type: '/problems/sheet-not-owed' },
    });
  });

  it('has its turn on the screen, which proves it', async () => {
    await screens.play(['town'], 2);
    const hall = (await given.stranger.ask('/screens/370126101000')).json();
    expect(hall).toMatchObject({ current: { title: '李家桥村招租公告', address: null, areaMu: null } });
    expect((await given.page('/screens/370126101000')).body).toContain('李家桥村招租公告');
    const shown = await given.as('101-information').get(postings['screen_town'] ?? '');
    expect(shown).toMatchObject({ proof: 'showing', showings: [{ screen: '殷巷-01', times: 2 }] });
  });

  it('is checked where it hangs', async () => {
    const seen = await given.as('101-information').send(`${postings['village_board']}/check`, { inPlace: true });
    expect(seen.json()).toMatchObject({ checks: [{ inPlace: true }] });
    const other = await given.as('102-information').send(`${postings['village_board']}/check`, { inPlace: true });
    expect(other.json()).toMatchObject({ status: 403, type: '/problems/not-your-place' });
    const read = await given.as('102-information').ask(postings['village_board'] ?? '');
    expect(read.json()).toMatchObject({ status: 404, type: '/problems/venue-not-planned' });
  });

  it('has its outages counted by their own days', async () => {
    given.exchange.setDay('2026-10-13', '10:00');
    const span = { from: '2026-10-12T08:00+08:00', to: '2026-10-12T18:00+08:00', reason: '被撕了' };
    const { id } = (await given.as('101-information').send(`${postings['village_board']}/outage`, span)).json();
    const desk = await given.as('reviewer').get<{ rows: { at: string }[] }>('/desk?kind=venue_outage');
    expect(desk.rows.map(({ at }) => at)).toEqual([`${postings['village_board']}/outages/${id}/confirmation`]);
    const confirmed = await given.as('reviewer').send(`${postings['village_board']}/outages/${id}/confirmation`);
    expect(confirmed.json()).toMatchObject({ outages: [{ reason: '被撕了', lostWorkingDays: 1 }] });
    await screens.play(['town']);
    expect(await given.as('reviewer').get(postings['screen_town'] ?? '')).toMatchObject({
      outages: [{ reason: '屏幕没有心跳', confirmedAt: null }],
    });
  });

  it('is not shown by a screen that was retired', async () => {
    const [row] = await given.exchange.database.ask<{ id: string }>(`SELECT id FROM terminal WHERE name = '殷巷-01'`);
    const at = `/screens/370126101000/terminals/${row?.id}/retirement`;
    expect((await given.as('102-information').send(at)).statusCode).toBe(403);
    expect((await given.as('101-information').send(at)).statusCode).toBe(201);
    expect((await given.as('101-information').send(at)).json()).toMatchObject({ type: '/problems/terminal-not-found' });
    expect((await given.as('101-information').ask('/screens')).json().rows).toEqual([]);
    await expect(screens.play(['town'])).rejects.toMatchObject({ status: 401 });
  });
});
