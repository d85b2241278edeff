import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityCheck } from '#kernel';
import { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

/** A notice, and what people send in to it, in states that other stories do not come to. */
describe('A notice takes every step', () => {
  let exchange: TestExchange;
  let given: Given;
  let people = 0;

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-07-06T09:00:00+08:00');
    given = new Given(exchange);
  });
  afterAll(() => exchange.close());

  const noticeOf = async (story: TransferStory): Promise<string> => `/notices/${(await story.view()).noticeId}`;
  const stateAt = async (path: string, login = 'reviewer'): Promise<string> =>
    (await given.as(login).get<{ state: string }>(path)).state;
  const posted = async (): Promise<TransferStory> => {
    const story = await given.transfer({ state: 'on_notice' });
    await story.proveScreens();
    await story.proveBoard();
    return story;
  };

  it('is corrected before it hangs, while it runs, when its days are over, and when it is clear', async () => {
    const story = await given.transfer({ state: 'on_notice' });
    const notice = await noticeOf(story);
    const correct = (wrong: string, right: string): Promise<string> =>
      given.as('reviewer').post(`${notice}/errata`, { wrong, right, reason: '用字' });
    await correct('都已书面同意', '均已书面同意');
    expect(await stateAt(notice)).toBe('awaiting_proof');
    await story.proveScreens();
    await story.proveBoard();
    await correct('并尽量附上凭证', '并尽可能附上凭证');
    const objection = await story.object();
    await given.pass(8);
    expect(await stateAt(notice)).toBe('over');
    await correct('听取意见', '征求意见');
    await given.as('101-coordination').post(`/cases/${objection}/withdrawal`, { reason: '本人书面撤回' });
    await given.pass(1);
    expect(await stateAt(notice)).toBe('clear');
    await correct('提出的地方', '可以提出的地方');
    const { errata } = await given.as('reviewer').get<{ errata: object[] }>(notice);
    expect(errata).toHaveLength(4);
  });

  it('runs again when an outage is confirmed after its last day', async () => {
    const story = await posted();
    const notice = await noticeOf(story);
    await story.object();
    const { period } = (await exchange.app.inject({ url: `/api${notice}` })).json<{ period: { firstDay: string } }>();
    const lost = period.firstDay;
    await given.pass(8);
    expect(await stateAt(notice)).toBe('over');
    const outage = { from: `${lost}T08:00+08:00`, to: `${lost}T18:00+08:00`, reason: '大厅停电' };
    const screen = await story.posting('screen_town');
    await given.as('101-information').post(`${screen}/outage`, outage);
    const { staff } = await given.as('reviewer').get<{ staff: { outages: { id: string }[] } }>(notice);
    await given.as('reviewer').post(`${screen}/outages/${staff.outages[0]?.id}/confirmation`);
    expect(await stateAt(notice)).toBe('running');
  });

  describe('with claims on it', () => {
    let story: TransferStory;
    let notice: string;
    /** Somebody claims at the counter, and his claim comes as far as these acts take it. */
    const claim = async (...acts: string[]): Promise<string> => {
      const seventeen = `9999991971010200${(people += 1)}`;
      const desk = given.as('101-coordination');
      await desk.post(`${notice}/priority-claims`, {
        accepts: 'yes',
        name: `钱演${'一二三四五六'[people - 1]}`,
        idNumber: `${seventeen}${identityCheck(seventeen)}`,
        phone: '10000000003',
        proof: await scan(`member ${people}`),
      });
      const [row] = await exchange.database.ask<{ id: string }>(
        `SELECT id FROM case_file WHERE kind = 'priority_claim' ORDER BY number DESC LIMIT 1`,
      );
      const path = `/cases/${row?.id}`;
      for (const act of acts) await desk.post(`${path}/${act}`, act === 'withdrawal' ? { reason: '不租了' } : {});
      return path;
    };

    beforeAll(async () => {
      story = await posted();
      notice = await noticeOf(story);
    });

    it('a claim is taken back before it is looked into, after, and when it stands', async () => {
      for (const acts of [[], ['verification'], ['verification', 'consent']])
        expect(await stateAt(await claim(...acts, 'withdrawal'), '101-coordination')).toBe('withdrawn');
    });

    it('and whatever is open lapses when the case falls', async () => {
      const open = [await claim(), await claim('verification'), await claim('verification', 'consent')];
      await story.reject();
      for (const path of open) expect(await stateAt(path, '101-coordination')).toBe('lapsed');
    });
  });

  it('and an objection is taken back before anybody took it up, or after', async () => {
    const story = await posted();
    const desk = given.as('101-coordination');
    const [early, late] = [await story.object(), await story.object()];
    await desk.post(`/cases/${late}/acceptance`);
    for (const id of [early, late]) {
      await desk.post(`/cases/${id}/withdrawal`, { reason: '本人书面撤回' });
      expect(await stateAt(`/cases/${id}`, '101-coordination')).toBe('withdrawn');
    }
  });

  it('and a tip that nobody signed is put on record, and closed with it', async () => {
    const story = await posted();
    const tip = { kind: 'boundary_area', facts: '北边的界石往我家挪了两尺。', anonymous: true };
    const desk = given.as('101-coordination');
    await new ApiClient(exchange.app, null).post(`${await noticeOf(story)}/objections`, tip);
    const [row] = await exchange.database.ask<{ id: string }>(`SELECT id FROM case_file ORDER BY number DESC LIMIT 1`);
    await desk.post(`/cases/${row?.id}/note`, { reason: '已经去看过，界石没有动' });
    expect(await stateAt(`/cases/${row?.id}`, '101-coordination')).toBe('noted');
  });
});
