import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { InspectionsService } from '#inspections';
import { mu } from '#kernel';
import { type Act, Acts } from '#platform';
import { TestExchange } from '../support/exchange.js';
import { formOf } from '../../apps/exchange/src/training/api-client.js';
import { photoOf } from '../support/made-up-files.js';
import { type Clerk, hire } from '../support/people.js';

const town = '370126101000';
const [first, second] = ['3701261012260000001', '3701261012260000002'];

describe('A site survey', () => {
  let exchange: TestExchange;
  let staff: Record<'one' | 'two' | 'clerk' | 'elsewhere', Clerk>;
  let id: string;
  let transferId: string;

  beforeAll(async () => {
    exchange = await TestExchange.open();
    staff = await hire(exchange, {
      one: ['town_surveyor', town],
      two: ['town_surveyor', town],
      clerk: ['town_clerk', town],
      elsewhere: ['town_surveyor', '370126102000'],
    });
  });
  afterAll(() => exchange.close());
  beforeEach(async () => {
    transferId = randomUUID();
    const parcels = [
      { code: first, name: '东大方', contractor: '王某', recordedMu: mu('18.42') },
      { code: second, name: '西洼', contractor: '李某', recordedMu: mu('10') },
    ];
    const plan = {
      transferId,
      caseNumber: '370126101A26090017',
      officeCode: `${town.slice(0, 9)}200`,
      rulesDay: exchange.today,
      place: '殷巷镇 李家桥村',
      parcels,
    };
    const made = await exchange.app.get(Acts).begin(staff.clerk.actor, (act) => inspections().plan(act, plan));
    id = made.id;
  });

  const inspections = () => exchange.app.get(InspectionsService);
  const post = (path: string, payload: object = {}, who = staff.one) =>
    exchange.app.inject({ method: 'POST', url: `/api/inspections/${id}${path}`, payload, headers: who.headers });
  const photograph = async (file: File, more: Record<string, string> = {}) => {
    const { payload, headers } = await formOf({ photos: file, ...more });
    return exchange.app.inject({
      method: 'POST',
      url: `/api/inspections/${id}/photos`,
      payload,
      headers: { ...headers, ...staff.one.headers },
    });
  };
  const see = async (who = staff.one) => exchange.app.inject({ url: `/api/inspections/${id}`, headers: who.headers });
  const measure = (code: string, measuredMu: string, remark?: string) =>
    post(`/parcels/${code}/measurements`, {
      measuredMu,
      points: '117.15103,37.30912\n117.15203,37.30912',
      ...(remark ? { remark } : {}),
    });
  const ask = (code: string, more: object = {}) =>
    post(`/parcels/${code}/neighbours`, { side: 'east', name: '赵某', confirmed: 'yes', method: 'signed', ...more });
  const findings = {
    visitedOn: '2026-09-23',
    visitedTime: '08:40',
    occupation: '承包户自种',
    basicFarmland: 'all',
    conclusion: 'agrees',
    opinion: '现场与申请一致，建议上报。',
  };
  const both = () => post('/surveyors', { surveyors: [staff.one.actor.accountId, staff.two.actor.accountId] });

  it('tells everything that is missing at once, and ends when it is there', async () => {
    const refused = await post('/completion');
    expect(refused.json()).toMatchObject({ status: 409, type: '/problems/step-blocked' });
    const rules = refused.json<{ blockers: { rule: string }[] }>().blockers.map((each) => each.rule);
    expect(new Set(rules)).toEqual(
      new Set([
        'enoughSurveyors',
        'reportWritten',
        'everyParcelMeasured',
        'everyParcelLocated',
        'everyNeighbourAsked',
        'somePhoto',
      ]),
    );
    expect((await both()).statusCode).toBe(201);
    expect((await measure(first, '18.39')).json()).toMatchObject({
      parcel: { difference: '0.16%', flagged: false, points: 2 },
    });
    await measure(second, '10.02');
    await ask(first);
    await ask(second, { side: 'north', confirmed: 'no', method: 'refused' });
    await photograph(photoOf('east-field'), { longitude: '117.15103', latitude: '37.30912' });
    await post('/findings', findings);
    expect((await post('/completion')).json()).toMatchObject({
      stateName: 'done',
      photos: [{ lines: [expect.stringContaining('117.15103')] }],
    });
    const facts = await inspections().surveyFacts(exchange.database.reader, transferId);
    expect(facts).toMatchObject({
      done: true,
      photos: 1,
      measuredMu: '28.4100',
      disputed: true,
      basicFarmland: 'all',
      conclusion: 'agrees',
      surveyors: expect.arrayContaining(['演one', '演two']),
    });
  });

  it('is not done by one person, even with the same name twice or with a clerk', async () => {
    await post('/surveyors', { surveyors: [staff.one.actor.accountId, staff.one.actor.accountId] });
    expect((await post('/completion')).json()).toMatchObject({
      blockers: expect.arrayContaining([
        expect.objectContaining({ rule: 'enoughSurveyors', article: '参照行政许可法第三十四条' }),
      ]),
    });
    expect(
      (await post('/surveyors', { surveyors: [staff.one.actor.accountId, staff.clerk.actor.accountId] })).json(),
    ).toMatchObject({ status: 422, type: '/problems/not-a-surveyor' });
    await expect(exchange.database.write(`UPDATE inspection SET state = 'done' WHERE id = $1`, [id])).rejects.toThrow(
      /two surveyors/,
    );
  });

  it('flags a parcel that differs by more than five per cent, and wants to know why', async () => {
    expect((await measure(second, '10.5001')).json()).toMatchObject({ parcel: { flagged: true, difference: '5.00%' } });
    expect((await post('/completion')).json()).toMatchObject({
      blockers: expect.arrayContaining([expect.objectContaining({ rule: 'differenceExplained' })]),
    });
    expect((await measure(second, '10.5000')).json()).toMatchObject({ parcel: { flagged: false } });
  });

  it('refuses points that are nowhere in China, another parcel, a disguised file and no area', async () => {
    expect(
      (await post(`/parcels/${first}/measurements`, { measuredMu: '18.39', points: '37.30912,117.15103' })).json(),
    ).toMatchObject({ status: 422, errors: [{ pointer: '#/points' }] });
    expect((await measure('9999999999999999999', '1')).json()).toMatchObject({
      status: 422,
      type: '/problems/inspection-other-parcel',
    });
    expect((await measure(first, '0')).statusCode).toBe(422);
    const disguised = new File(['%PDF-1.4 not a photo'], 'field.jpg', { type: 'image/jpeg' });
    expect((await photograph(disguised)).json()).toMatchObject({ status: 422, type: '/problems/file-wrong-type' });
    expect(
      (
        await photograph(
          new File([Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(21 * 1024 * 1024)])], 'big.jpg'),
        )
      ).json(),
    ).toMatchObject({ status: 413 });
  });

  it('is not rewritten when it is over', async () => {
    await both();
    for (const code of [first, second]) {
      await measure(code, code === first ? '18.42' : '10');
      await ask(code);
    }
    await photograph(photoOf('field'));
    await post('/findings', findings);
    expect((await post('/completion')).statusCode).toBe(201);
    expect((await measure(first, '1')).json()).toMatchObject({ status: 409, type: '/problems/step-not-open' });
    await expect(
      exchange.database.write('UPDATE inspection_parcel SET measured_mu = 1 WHERE inspection_id = $1', [id]),
    ).rejects.toThrow(/not rewritten/);
  });

  it('is recorded by surveyors of the town, seen by its clerks, and absent for others', async () => {
    expect((await measure(first, '18.4')).statusCode).toBe(201);
    expect((await see(staff.elsewhere)).statusCode).toBe(404);
    expect((await see(staff.clerk)).statusCode).toBe(200);
    expect((await post('/findings', findings, staff.clerk)).json()).toMatchObject({
      status: 403,
      type: '/problems/not-your-step',
    });
  });

  it('falls away with its case', async () => {
    const callOff = (act: Act) => inspections().callOff(act, transferId, '退回补正');
    await exchange.app.get(Acts).begin(staff.clerk.actor, callOff);
    expect((await see()).json()).toMatchObject({ stateName: 'cancelled', due: null });
    expect(await inspections().surveyFacts(exchange.database.reader, transferId)).toMatchObject({
      done: false,
      inspectionId: null,
    });
  });

  it('has pages for the office and for a phone in the field', async () => {
    const parcel = `/inspections/${id}/parcels/${first}`;
    const forms = ['surveyors', 'photos', 'findings'].map((noun) => `/inspections/${id}/${noun}`);
    for (const url of ['/inspections', `/inspections/${id}`, parcel, ...forms, `${parcel}/measurements`]) {
      const page = await exchange.app.inject({ url, headers: { accept: 'text/html', ...staff.one.headers } });
      expect([url, page.statusCode]).toEqual([url, 200]);
    }
    await post('/findings', findings);
    const asked = await exchange.app.inject({ url: `/api/inspections/${id}/findings`, headers: staff.one.headers });
    expect(asked.json()).toMatchObject({ action: 'find', posts: ['town_surveyor'], values: findings });
  });
});
