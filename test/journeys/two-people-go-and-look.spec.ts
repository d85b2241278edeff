import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { InspectionsService } from '#inspections';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { Given } from '../support/given.js';
import { wordsOf } from '../support/read-pdf.js';
import { photoOf } from '../support/made-up-files.js';
import { type Clerk, hire } from '../support/people.js';

const town = '370126101000';

describe('A site survey', () => {
  let given: Given;
  let staff: Record<'one' | 'two' | 'elsewhere', Clerk>;
  let id: string;
  let story: TransferStory;
  let [first, second] = ['', ''];

  beforeAll(async () => {
    given = await Given.open();
    staff = await hire(given.exchange, {
      one: ['town_surveyor', town],
      two: ['town_surveyor', town],
      elsewhere: ['town_surveyor', '370126102000'],
    });
  });
  afterAll(() => given.close());
  beforeEach(async () => {
    // Four mu of each of two parcels of one village.
    const [one, two, three] = await given.plots(3, 4.5);
    const pair = one?.villageCode === two?.villageCode ? [one, two] : [two, three];
    const codes = pair.map((plot) => plot?.parcels[0]?.code ?? '');
    [first = '', second = ''] = codes;
    const parcels = codes.map((code) => ({ code, side: 'south', areaMu: '4.00' }));
    story = await given.transfer({ state: 'survey', parcels, villageCode: pair[0]!.villageCode });
    id = (await story.view()).inspectionId ?? '';
  });

  const inspections = () => given.exchange.app.get(InspectionsService);
  const facts = () => inspections().surveyFacts(given.exchange.database.reader, 'transfer', story.id);
  const post = (path: string, payload: object = {}, who = staff.one.client) =>
    who.send(`/inspections/${id}${path}`, payload);
  const photograph = (photos: File, more: Record<string, string> = {}) => post('/photos', { photos, ...more });
  const see = (who = staff.one.client) => who.ask(`/inspections/${id}`);
  const measure = (code: string, measuredMu: string, more: object = {}) =>
    post(`/parcels/${code}/measurements`, {
      ...{ measuredMu, points: '117.15103,37.30912\n117.15203,37.30912', farmland: 'yes', ...more },
    });
  const ask = async (code: string, more: object = {}) => {
    for (const side of ['east', 'south', 'west', 'north'])
      await post(`/parcels/${code}/neighbours`, { side, name: '赵某', confirmed: 'yes', method: 'signed', ...more });
  };
  const findings = {
    visitedOn: '2026-09-23',
    visitedTime: '08:40',
    occupation: '承包户自种',
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
        'everyFarmlandFound',
        'everyNeighbourAsked',
        'somePhoto',
      ]),
    );
    expect((await both()).statusCode).toBe(201);
    expect((await measure(first, '3.9936')).json()).toMatchObject({
      ...{ differencePercent: '0.16', flagged: false, points: 2, measuredMu: '3.9936' },
    });
    await measure(second, '4.02');
    await ask(first);
    await ask(second, { confirmed: 'no', method: 'refused' });
    await photograph(photoOf('east-field'), { longitude: '117.15103', latitude: '37.30912' });
    await post('/findings', findings);
    expect((await post('/completion')).json()).toMatchObject({
      state: 'done',
      photos: [{ point: { longitude: '117.15103' } }],
    });
    expect(await facts()).toMatchObject({
      done: true,
      photos: 1,
      measuredMu: '8.0136',
      disputed: true,
      basicFarmland: 'all',
      conclusion: 'agrees',
      surveyors: expect.arrayContaining(['演one', '演two']),
    });
  });

  it('is not done by one person, even with the same name twice or with a clerk', async () => {
    const [clerk] = await given.exchange.database.ask<{ id: string }>(
      `SELECT id FROM account WHERE login = '101-clerk'`,
    );
    const clerkId = clerk?.id;
    await post('/surveyors', { surveyors: [staff.one.actor.accountId, staff.one.actor.accountId] });
    expect((await post('/completion')).json()).toMatchObject({
      blockers: expect.arrayContaining([
        expect.objectContaining({ rule: 'enoughSurveyors', article: '参照行政许可法第三十四条' }),
      ]),
    });
    expect((await post('/surveyors', { surveyors: [staff.one.actor.accountId, clerkId] })).json()).toMatchObject({
      status: 422,
      type: '/problems/not-a-surveyor',
    });
    await expect(
      given.exchange.database.write(`UPDATE inspection SET state = 'done' WHERE id = $1`, [id]),
    ).rejects.toThrow(/two surveyors/);
  });

  it('flags a parcel that differs by more than five per cent, and wants to know why', async () => {
    expect((await measure(second, '4.2001')).json()).toMatchObject({ flagged: true, differencePercent: '5.00' });
    expect((await post('/completion')).json()).toMatchObject({
      blockers: expect.arrayContaining([expect.objectContaining({ rule: 'differenceExplained' })]),
    });
    expect((await measure(second, '4.2000')).json()).toMatchObject({ flagged: false });
  });

  it('asks of each parcel whether it is basic farmland, as the register has it, and of each of its sides', async () => {
    const form = await staff.one.client.get<{ values: object }>(`/inspections/${id}/parcels/${first}/measurements`);
    expect(form.values).toMatchObject({ farmland: 'yes' });
    const unsaid = { measuredMu: '4', points: '117.15103,37.30912' };
    expect((await post(`/parcels/${first}/measurements`, unsaid)).json()).toMatchObject({
      errors: [{ pointer: '#/farmland' }],
    });
    const seen = await measure(second, '4', { farmland: 'no' });
    expect(seen.json()).toMatchObject({ recordedFarmland: true, farmland: false, farmlandDiffers: true });
    await measure(first, '4');
    const side = { name: '赵某', confirmed: 'yes', method: 'signed' };
    for (const named of ['east', 'north']) await post(`/parcels/${first}/neighbours`, { ...side, side: named });
    await ask(second);
    await both();
    await photograph(photoOf('field'));
    await post('/findings', findings);
    const open = async () =>
      (await post('/completion')).json<{ blockers?: { text: string }[] }>().blockers?.map(({ text }) => text);
    expect(await open()).toEqual([
      expect.stringMatching(/现场不是永久基本农田，和登记簿不一样，要写明原因。$/),
      expect.stringMatching(/还没有问：南、西。四边都要问。$/),
    ]);
    const page = (await given.page(`/inspections/${id}`, staff.one.client)).body;
    expect(page).toContain('2 块地四边，共 8 边，问了 6 边');
    await measure(second, '4', { farmland: 'no', farmlandNote: '界桩在路南，图上也不在' });
    for (const named of ['south', 'west']) await post(`/parcels/${first}/neighbours`, { ...side, side: named });
    expect((await post('/completion')).statusCode).toBe(201);
    expect(await facts()).toMatchObject({ basicFarmland: 'part' });
    await story.submitToCounty();
    const [report] = await given.exchange.database.ask<{ id: string }>(
      `SELECT id FROM paper WHERE kind = 'survey' AND subject_id = $1`,
      [story.id],
    );
    const text = wordsOf(await given.as('101-reviewer').file(`/papers/${report!.id}`)).replaceAll(/\s/g, '');
    expect(text).toContain('登记是，现场不是，界桩在路南，图上也不在。');
    expect(text).not.toContain('没有问');
  });

  it('refuses points that are nowhere in China, another parcel, a disguised file and no area', async () => {
    expect(
      (
        await post(`/parcels/${first}/measurements`, {
          ...{ measuredMu: '3.99', points: '37.30912,117.15103', farmland: 'yes' },
        })
      ).json(),
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
      await measure(code, '4');
      await ask(code);
    }
    await photograph(photoOf('field'));
    await post('/findings', findings);
    expect((await post('/completion')).statusCode).toBe(201);
    expect((await measure(first, '1')).json()).toMatchObject({ status: 409, type: '/problems/step-not-open' });
    await expect(
      given.exchange.database.write('UPDATE inspection_parcel SET measured_mu = 1 WHERE inspection_id = $1', [id]),
    ).rejects.toThrow(/not rewritten/);
  });

  it('is recorded by surveyors of the town, seen by its clerks, and absent for others', async () => {
    expect((await measure(first, '3.99')).statusCode).toBe(201);
    expect((await see(staff.elsewhere.client)).statusCode).toBe(404);
    expect((await see(given.as('101-clerk'))).statusCode).toBe(200);
    expect((await post('/findings', findings, given.as('101-clerk'))).json()).toMatchObject({
      status: 403,
      type: '/problems/not-your-step',
    });
  });

  it('falls away with its case', async () => {
    await story.withdraw();
    expect((await see()).json()).toMatchObject({ state: 'cancelled', deadline: null });
    expect(await facts()).toMatchObject({
      done: false,
      inspectionId: null,
    });
  });

  it('has pages for the office and for a phone in the field', async () => {
    const parcel = `/inspections/${id}/parcels/${first}`;
    const forms = ['surveyors', 'photos', 'findings'].map((noun) => `/inspections/${id}/${noun}`);
    for (const url of ['/inspections', `/inspections/${id}`, parcel, ...forms, `${parcel}/measurements`]) {
      const page = await given.page(url, staff.one.client);
      expect([url, page.statusCode]).toEqual([url, 200]);
    }
    await post('/findings', findings);
    const asked = await staff.one.client.ask(`/inspections/${id}/findings`);
    expect(asked.json()).toMatchObject({ action: 'find', posts: ['town_surveyor'], values: findings });
  });
});
