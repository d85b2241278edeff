import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { Given } from '../support/given.js';
import { GivenLots, type Lot } from '../support/lots.js';

/** An event of a calendar, its folded lines joined, by the names of its properties. */
type Closing = Readonly<Record<string, string>>;

function eventsOf(text: string): Closing[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push({});
    const [name = '', ...rest] = line.split(':');
    const event = events.at(-1);
    if (event) event[name.split(';')[0] ?? ''] ??= rest.join(':');
  }
  return events;
}

describe('Closing days', () => {
  let given: Given;
  let lots: GivenLots;
  let lot: Lot;
  const calendar = async (path: string): Promise<Closing[]> => {
    const answer = await given.stranger.ask(path);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    for (const line of answer.body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    return eventsOf(answer.body);
  };
  const closing = async (): Promise<Closing> => (await calendar(`/listings/${lot.id}/closing.ics`))[0] ?? {};

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    lots = new GivenLots(given, await scan('signed paper'));
    const [home] = await lots.households(1);
    lot = await lots.listed({ household: home!.code, startsOn: '2027-06-01', endsOn: '2032-05-31' });
  }, 120_000);
  afterAll(() => given.close());

  it('stand in a calendar at the moment at which the period truly ends', async () => {
    expect(lot.closesOn).toBe('2026-10-21');
    const event = await closing();
    // Five in the afternoon of Shanghai.
    expect(event).toMatchObject({ UID: lot.id, DTSTART: '20261021T090000Z', STATUS: 'CONFIRMED' });
    expect(event['SUMMARY']).toContain('报名截止：');
    expect(event['DTEND']).toBeUndefined();
    expect(event['URL']).toContain(`/listings/${lot.id}`);
    expect(await closing()).toEqual(event);
  });

  it('stand in the calendar of a filter, under the same id', async () => {
    const page = await given.page('/listings?use=grain');
    expect(page.body).toContain('href="/listings.ics?use&#x3D;grain"');
    expect(await calendar('/listings.ics?use=grain')).toMatchObject([{ UID: lot.id }]);
    expect(await calendar('/listings.ics?use=vegetables')).toEqual([]);
    expect((await given.stranger.ask('/listings.ics?use=gold')).statusCode).toBe(422);
    expect((await given.stranger.ask('/listings.ics?owner=1')).statusCode).toBe(422);
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect((await given.stranger.ask(`/listings/${nobody}/closing.ics`)).statusCode).toBe(404);
    const draft = await lots.entered({ household: (await lots.households(2))[0]!.code, startsOn: '2027-06-01' });
    expect((await given.stranger.ask(`/listings/${draft.id}/closing.ics`)).statusCode).toBe(404);
  });

  it('move when the period is prolonged, each time under a higher sequence', async () => {
    const before = await closing();
    await given.as('101-trade').post(`/listings/${lot.id}/extension`);
    const after = await closing();
    expect(after['DTSTART']! > before['DTSTART']!).toBe(true);
    expect(Number(after['SEQUENCE'])).toBeGreaterThan(Number(before['SEQUENCE']));
  });

  it('are called off while the lot stands still, and when it is withdrawn', async () => {
    const reasons = { reason: '地界有争议，等调查', rule: '平台规则 止-01' };
    await given.as('director').post(`/listings/${lot.id}/suspension`, reasons);
    expect(await closing()).toMatchObject({ STATUS: 'CANCELLED', UID: lot.id });
    await given.as('director').post(`/listings/${lot.id}/resumption`);
    expect(await closing()).toMatchObject({ STATUS: 'CONFIRMED' });
    await lots.station.post(`/listings/${lot.id}/withdrawal`, { reason: '自己种' });
    expect(await calendar('/listings.ics')).toMatchObject([{ UID: lot.id, STATUS: 'CANCELLED' }]);
    expect((await closing())['SUMMARY']).toContain('（不再截止）');
  });

  it('are beside the map of the page, on which each lot leads to itself', async () => {
    const { body } = await given.page('/listings?state=failed');
    expect(body).toContain(`<a href="/listings/${lot.id}" aria-label="1 `);
    expect(body).toContain('图上 1');
    expect(body).not.toContain('<image');
    expect((await given.page('/listings')).body).not.toContain('class="map"');
    const [land] = await given.exchange.database.ask<{ classes: string[] }>(
      'SELECT land_classes AS classes FROM listing WHERE id = $1',
      [lot.id],
    );
    const rows = async (one: string) =>
      (await given.stranger.get<{ rows: Lot[] }>(`/listings?state=failed&class=${one}`)).rows.map(({ id }) => id);
    expect(await rows(land!.classes[0]!)).toEqual([lot.id]);
    expect(await rows('0401')).toEqual([]);
  });
});
