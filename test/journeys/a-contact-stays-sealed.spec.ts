import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Given } from '../support/given.js';

const objection = {
  ...{ kind: 'boundary_area', relation: 'neighbour', name: '孙演邻', phone: '10000000001' },
  facts: '东大方的北边多划了一垄，占了我家的地。',
};
const reason = { reason: '打电话约时间去看地界' };

/** 个人信息保护法第6条：处理个人信息限于实现目的的最小范围. */
describe('How an objector is reached', () => {
  let given: Given;
  let id: string;

  beforeAll(async () => {
    given = await Given.open('2026-10-10T09:00:00+08:00');
    const notice = await given.runningNotice();
    expect((await given.stranger.send(`/notices/${notice.id}/objections`, objection)).statusCode).toBe(201);
    id = (await given.exchange.database.ask<{ id: string }>('SELECT id FROM case_file'))[0]?.id ?? '';
  }, 120_000);
  afterAll(() => given.close());

  const opened = (who: string, body: object = reason) => given.as(who).send(`/cases/${id}/contact`, body);
  const page = async (who: string): Promise<string> => (await given.page(`/cases/${id}`, given.as(who))).body;

  it.each(['101-trade', '101-information', '101-village-226', 'information', 'director', 'reviewer'])(
    'is not told to %s, who sees the case and has nothing to do with it now',
    async (who) => {
      const refused = await opened(who);
      expect(refused.json()).toMatchObject({ type: '/problems/case-contact-not-yours', status: 403 });
      expect(refused.body).not.toContain('10000000001');
      expect(await page(who)).toContain('孙演邻');
      expect(await page(who)).not.toContain(`/cases/${id}/contact`);
    },
  );

  it('is told to nobody without a reason', async () => {
    for (const body of [{}, { reason: '' }, { reason: '看' }])
      expect((await opened('101-coordination', body)).json()).toMatchObject({
        status: 422,
        errors: [{ pointer: '#/reason' }],
      });
  });

  it('is told to whose step is the next one and to who supervises, and the case says who asked and why', async () => {
    for (const who of ['101-coordination', 'supervisor'])
      expect((await opened(who)).json()).toMatchObject({ phone: '10000000001' });
    const { history } = (await given.as('101-coordination').ask(`/cases/${id}`)).json<{
      history: { action: string; remark: string | null }[];
    }>();
    expect(history.filter(({ action }) => action === 'reveal').map(({ remark }) => remark)).toEqual([
      reason.reason,
      reason.reason,
    ]);
    expect(await page('101-coordination')).toContain(reason.reason);
  });
});
