import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day } from '#kernel';
import type { Notice } from '#notices';
import { GivenNotices, jpeg } from '../support/notice.js';

describe('A member claims priority', () => {
  let given: GivenNotices;
  let notice: Notice;
  let claim: string;

  beforeAll(async () => {
    given = await GivenNotices.open('2026-10-10T09:00:00+08:00');
    notice = await given.running();
  });
  afterAll(() => given.close());

  const claims = (): string => `/notices/${notice.id}/priority-claims`;
  const rules = async (): Promise<string[]> => {
    const { blockers } = await given.service.isClear(
      given.exchange.database.reader,
      notice.id,
      given.exchange.clock.now(),
    );
    return blockers.map((each) => each.rule);
  };
  const atCounter = (name: string, files: Record<string, { name: string; content: Buffer }[]>) =>
    given.upload(`/api${claims()}`, given.as.clerk, files, {
      accepts: 'yes',
      name,
      phone: '10000000002',
      statement: '种了二十年地',
    });

  it('only after somebody knows who it is', async () => {
    expect((await given.get(claims() + '/new')).statusCode).toBe(401);
    expect((await given.post(claims(), null, { accepts: true })).statusCode).toBe(401);
    expect((await given.page(`${claims()}/new`, given.as.clerk)).body).toContain('同样的条件');
  });

  it('only on the same terms', async () => {
    const refused = await given.post(claims(), given.as.clerk, { accepts: false, name: '李演禾' });
    expect(refused.json()).toMatchObject({ status: 422, errors: [{ pointer: '#/accepts' }] });
  });

  it('and is answered within three working days', async () => {
    const made = await atCounter('赵演种', { proof: [{ name: 'member.jpg', content: jpeg }] });
    expect(made.statusCode).toBe(201);
    expect(made.json()).toMatchObject({
      number: '商农优申〔2026〕第0001号',
      phone: '100****0002',
      dueAt: '2026-10-14T16:00:00.000Z',
      state: { name: 'received' },
    });
    claim = made.json().id;
    expect((await given.get(`/notices/${notice.id}`)).json().counts[1]).toMatchObject({ value: '1 件，1 件还在办' });
    expect((await given.get(`/notices/${notice.id}`)).body).not.toContain('赵演种');
  });

  it('is shown to the desk and to nobody else', async () => {
    expect((await given.page(`${claims()}/${claim}`, given.as.coordination)).statusCode).toBe(200);
    expect((await given.get(`${claims()}/${claim}`, given.as.farmer)).statusCode).toBe(404);
    expect((await given.get(`${claims()}/${claim}`, given.as.other)).statusCode).toBe(404);
  });

  it('holds the case after the period as long as nobody has answered', async () => {
    given.exchange.setDay(day('2026-10-21'), '09:00');
    await given.sweep();
    expect(await rules()).toEqual(['priority-unanswered']);
  });

  it('needs the proof of membership before the transferor is asked', async () => {
    const bare = (await given.post(`${claims()}/${claim}/consent`, given.as.coordination)).json();
    expect(bare).toMatchObject({ status: 409, type: '/problems/step-not-open' });
    const verified = await given.post(`${claims()}/${claim}/verification`, given.as.coordination);
    expect(verified.json()).toMatchObject({ state: { name: 'proven' }, verifiedBy: '和协' });
    expect((await given.post(`${claims()}/${claim}/consent`, given.as.clerk)).json()).toMatchObject({ status: 403 });
  });

  it('is declined with reasons only, and then the notice is clear', async () => {
    const bare = await given.post(`${claims()}/${claim}/decline`, given.as.coordination, { reasons: '不' });
    expect(bare.json()).toMatchObject({ status: 409, blockers: [{ rule: 'claim-unreasoned' }] });
    const no = await given.post(`${claims()}/${claim}/decline`, given.as.coordination, {
      reasons: '主张人不能按期付款，条件不相同。',
    });
    expect(no.json()).toMatchObject({ result: 'declined' });
    expect(await rules()).toEqual([]);
    await given.sweep();
    expect((await given.get(`/notices/${notice.id}`)).json()).toMatchObject({ state: { name: 'clear' } });
  });

  it('is too late after the period', async () => {
    expect((await atCounter('钱演迟', {})).json()).toMatchObject({
      status: 409,
      type: '/problems/priority-claim-late',
    });
  });
});

describe('A claim that the transferor accepts', () => {
  let given: GivenNotices;
  beforeAll(async () => {
    given = await GivenNotices.open('2026-10-10T09:00:00+08:00');
  });
  afterAll(() => given.close());

  it('without papers is not proven; one claimant takes over, two bid among themselves', async () => {
    const notice = await given.running();
    const base = `/notices/${notice.id}/priority-claims`;
    const make = async (name: string, proof: boolean): Promise<string> =>
      (
        await given.upload(
          `/api${base}`,
          given.as.clerk,
          proof ? { proof: [{ name: 'member.jpg', content: jpeg }] } : {},
          { accepts: 'yes', name },
        )
      ).json().id;
    const bare = await make('钱演空', false);
    const blocked = await given.post(`${base}/${bare}/verification`, given.as.coordination);
    expect(blocked.json()).toMatchObject({ status: 409, blockers: [{ rule: 'claim-no-proof' }] });
    const refused = await given.post(`${base}/${bare}/refusal`, given.as.coordination, { reasons: '村里查无此户' });
    expect(refused.json()).toMatchObject({ result: 'not_proven' });
    const ids = [await make('赵演一', true), await make('赵演二', true)];
    for (const [index, id] of ids.entries()) {
      await given.post(`${base}/${id}/verification`, given.as.coordination);
      const granted = await given.post(`${base}/${id}/consent`, given.as.coordination);
      expect(granted.json()).toMatchObject({ result: index === 0 ? 'claimant_takes_over' : 'bidding_among_claimants' });
    }
    expect((await given.get(`${base}/${ids[0]}`, given.as.coordination)).json()).toMatchObject({
      result: 'bidding_among_claimants',
    });
    given.exchange.setDay(day('2026-10-21'), '09:00');
    const { clear, blockers } = await given.service.isClear(
      given.exchange.database.reader,
      notice.id,
      given.exchange.clock.now(),
    );
    expect({ clear, rules: blockers.map((each) => each.rule) }).toEqual({
      clear: false,
      rules: ['priority-granted', 'priority-granted'],
    });
  });
});
