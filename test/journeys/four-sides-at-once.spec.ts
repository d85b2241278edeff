import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { Given } from '../support/given.js';

interface Side {
  side: string;
  name: string;
  confirmed: boolean;
  method: string;
  remark: string | null;
}

describe('The four sides of a parcel', () => {
  let given: Given;
  let surveyor: ApiClient;
  let story: TransferStory;
  let survey: string;
  let [first, second] = ['', ''];
  const names = { east: '赵某', south: '村路', west: '李某', north: '水渠' };

  beforeAll(async () => {
    given = await Given.open();
    surveyor = given.as('101-surveyor');
    // Two parcels of one village.
    const [one, two, three] = await given.plots(3, 4.5);
    const pair = one?.villageCode === two?.villageCode ? [one, two] : [two, three];
    [first = '', second = ''] = pair.map((plot) => plot?.parcels[0]?.code ?? '');
    const parcels = [{ code: first }, { code: second }];
    story = await given.transfer({ state: 'survey', parcels, villageCode: pair[0]!.villageCode });
    survey = `/inspections/${(await story.view()).inspectionId}`;
  }, 120_000);
  afterAll(() => given.close());

  const all = (code: string, more: object = {}, who = surveyor) =>
    who.send(`${survey}/parcels/${code}/sides`, { ...names, agreedBy: 'signed', agreed: 'yes', ...more });
  const one = (code: string, said: object) =>
    surveyor.send(`${survey}/parcels/${code}/neighbours`, {
      name: '村路',
      method: 'signed',
      confirmed: 'yes',
      ...said,
    });
  const known = async (code: string): Promise<Record<string, Side>> => {
    const { neighbours } = await surveyor.get<{ neighbours: Side[] }>(`${survey}/parcels/${code}`);
    return Object.fromEntries(neighbours.map((each) => [each.side, each]));
  };
  const open = async (): Promise<string> => (await surveyor.send(`${survey}/completion`)).body;
  const faults = (answer: Awaited<ReturnType<typeof all>>) =>
    answer.json<{ errors: { pointer: string; detail: string }[] }>().errors;

  it('are filled in from the register, and asked for whole', async () => {
    const [registered] = await given.exchange.database.ask<Record<string, string>>(
      'SELECT east, south, west, north FROM parcel WHERE code = $1',
      [first],
    );
    const form = await surveyor.get<{ action: string; values: object }>(`${survey}/parcels/${first}/sides`);
    expect(form).toMatchObject({ action: 'ask_around', values: registered! });
    const page = (await given.page(`${survey}/parcels/${first}`, surveyor)).body;
    expect(page).toContain(`name="east" value="${registered!['east']}"`);
    // The one that differs waits behind what is usual.
    expect(page.indexOf('四边一起存')).toBeGreaterThan(0);
    expect(page.indexOf('四边一起存')).toBeLessThan(page.indexOf('<details class="more"><summary>有一边不认'));

    const nothing = faults(await surveyor.send(`${survey}/parcels/${first}/sides`, {}));
    expect(nothing.map(({ pointer }) => pointer.slice(2))).toEqual([
      ...['east', 'south', 'west', 'north'],
      ...['agreedBy', 'agreed'],
    ]);
    const absent = faults(await all(first, { agreedBy: 'absent' }));
    expect(absent).toEqual([{ pointer: '#/agreedBy', detail: '请选四边怎么确认的。' }]);
    expect(await known(first)).toEqual({});
    expect(await open()).toContain('还没有问：东、南、西、北。四边都要问。');
  });

  it('are recorded by one act where all agree, and once where two send it at once', async () => {
    const sent = await Promise.all([all(first), all(first)]);
    expect(sent.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    const sides = await known(first);
    expect(Object.keys(sides).toSorted()).toEqual(['east', 'north', 'south', 'west']);
    for (const [side, name] of Object.entries(names))
      expect(sides[side]).toEqual({ side, name, confirmed: true, method: 'signed', remark: null });
    const form = await surveyor.get<{ values: object }>(`${survey}/parcels/${first}/sides`);
    expect(form.values).toEqual({ ...names, agreedBy: 'signed' });
    const { history } = await surveyor.get<{ history: { remark: string | null }[] }>(survey);
    expect(history.filter(({ remark }) => remark === '问四邻：东、南、西、北')).toHaveLength(2);
    // The other parcel's are open still.
    expect(await open()).toContain('还没有问：东、南、西、北。四边都要问。');
  });

  it('keep the one that differs: it is recorded on its own, and no later act for all turns it round', async () => {
    expect((await all(second)).statusCode).toBe(201);
    await one(second, { side: 'west', name: '李某', neighbourRemark: '树归李某' });
    await one(second, { side: 'south', name: '钱某', confirmed: 'no', method: 'refused' });
    expect(await known(second)).toMatchObject({ south: { name: '钱某', confirmed: false }, east: { confirmed: true } });
    const again = await all(second, { east: '孙某' });
    expect([again.statusCode, faults(again)]).toEqual([
      422,
      [{ pointer: '#/south', detail: '南边记的是不认，不和别的边一起改。现在认了，先单独改这一边。' }],
    ]);
    expect(await known(second)).toMatchObject({ south: { name: '钱某', confirmed: false }, east: { name: '赵某' } });
    // He was talked to once more.
    await one(second, { side: 'south', name: '钱某' });
    expect((await all(second, { east: '孙某', south: '钱某' })).statusCode).toBe(201);
    expect(await known(second)).toMatchObject({
      ...{ east: { name: '孙某' }, south: { name: '钱某', confirmed: true } },
      west: { name: '李某', remark: '树归李某' },
    });
    expect(await open()).not.toContain('四边都要问');
  });

  it('are those of a parcel of this survey, asked by a surveyor, and not rewritten when it is over', async () => {
    expect((await all('9999999999999999999')).json()).toMatchObject({ type: '/problems/inspection-other-parcel' });
    expect((await all(first, {}, given.as('101-clerk'))).statusCode).toBe(403);
    // Of other land the form tells nothing of the register.
    const [other] = await given.exchange.database.ask<{ code: string }>(
      'SELECT code FROM parcel WHERE code <> ALL ($1) LIMIT 1',
      [[first, second]],
    );
    expect(await surveyor.get(`${survey}/parcels/${other!.code}/sides`)).toHaveProperty('values', {});
    await story.survey();
    expect((await all(first)).json()).toMatchObject({ status: 409, type: '/problems/step-not-open' });
    const page = (await given.page(`${survey}/parcels/${first}`, surveyor)).body;
    expect(page).not.toContain('四边一起存');
  });
});
