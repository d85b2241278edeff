import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../apps/exchange/src/libs.js';
import type { MigrationInterface } from 'typeorm';
import { TestExchange } from '../support/exchange.js';
import { village } from '../support/given.js';
import { Walker, faultsOf, said } from '../support/walker.js';

interface Land extends Record<string, unknown> {
  contract: string;
  parcel: string;
  code: string;
  other: string;
  otherCode: string;
}

/** An application half written before an update, by the names that its fields had then. */
describe('A draft that was begun before its fields were renamed', () => {
  let exchange: TestExchange;
  let walker: Walker;
  let land: Land;
  let here = '';

  beforeAll(async () => {
    exchange = await TestExchange.open();
    walker = await Walker.signIn(exchange, 'cooperative');
    const [row] = await exchange.database.ask<Land>(
      `SELECT c.id AS contract, p.id AS parcel, p.code, o.id AS other, o.code AS "otherCode"
       FROM contract c JOIN parcel p ON p.contract_id = c.id JOIN parcel o ON o.contract_id = c.id AND o.code > p.code
       WHERE p.office_code = $1 AND c.ends_on = '2059-09-30' ORDER BY p.code, o.code LIMIT 1`,
      [village],
    );
    land = row!;
    here = (await walker.send('/transfers/new', { side: 'in' })).url.replace('/who', '');
    const content = {
      side: 'in',
      who: {
        ...{ kind: 'household', contractIds: [land.contract], q: '37012610122600', ability: '种粮 6 年，农机 8 台' },
        ...{ transfereeKind: 'cooperative', transfereeName: '演合作社', transfereeLegal: '演法人', transfereePhone: '10000000001' },
      },
      land: {
        ...{ parcelIds: [land.parcel], [`parts.${land.parcel}.side`]: 'east', [`parts.${land.parcel}.areaMu`]: '0.5' },
        ...{ [`parts.${land.other}.areaMu`]: '2', 'parts.nothing.side': 'west' },
      },
      terms: {
        ...{ mode: 'lease', startsOn: '2026-11-10', endsOn: '2032-11-09', handoverOn: '2026-11-01', pricePerMu: '900' },
        ...{ payment: 'once', paymentDay: '合同签订后十日内', use: 'grain', useNote: '小麦', permits: ['soil'], fixtures: '机井一眼' },
        ...{ lease: '无', dispute: '无', credit: '无' },
      },
    }; // prettier-ignore
    await exchange.database.write('UPDATE application_draft SET content = $1', [JSON.stringify(content)]);
    const query = (sql: string, values: unknown[]) => exchange.database.write(sql, values);
    const renaming = migrations.find(({ name }) => name === 'drafts-of-one-grammar');
    const Renaming = (await renaming!.load()) as new () => MigrationInterface;
    await new Renaming().up({ query } as never);
  });
  afterAll(() => exchange.close());

  it('stands there under the names of the application', async () => {
    const [row] = await exchange.database.ask<{ content: object }>('SELECT content FROM application_draft');
    const transferee = { kind: 'cooperative', name: '演合作社', legalRepresentative: '演法人', phone: '10000000001' };
    expect(row?.content).toEqual({
      ...{ side: 'in', sought: '37012610122600' },
      who: { kind: 'contracted', contractIds: [land.contract], ability: '种粮 6 年，农机 8 台', transferee },
      land: {
        parcels: {
          [land.code]: { code: land.code, side: 'east', areaMu: '0.5' },
          [land.otherCode]: { areaMu: '2' },
        },
      },
      terms: {
        ...{ mode: 'lease', term: { start: '2026-11-10', end: '2032-11-09' }, handoverOn: '2026-11-01' },
        ...{ priceYuan: '900', payment: '一次付清', paymentDay: '合同签订后十日内', purpose: 'grain', crops: '小麦' },
        ...{ permits: ['soil'], fixtures: '机井一眼', declared: { lease: '无', dispute: '无', credit: '无' } },
      },
    });
  });

  it('goes on where it stopped, with everything still filled in, and becomes a case', async () => {
    const page = await walker.open(here);
    expect(page.url).toBe(`${here}/land`);
    expect(page.body).toContain('value="0.5"');
    const tick = { [`parcels.${land.code}.code`]: land.code, [`parcels.${land.code}.side`]: 'east', [`parcels.${land.code}.areaMu`]: '0.5' }; // prettier-ignore
    const loose = await walker.send(`${here}/land`, { ...tick, [`parcels.${land.otherCode}.areaMu`]: '2' });
    expect(faultsOf(loose.body)[0]).toContain('可是没有勾上');
    const terms = await walker.send(`${here}/land`, tick);
    expect(terms.url).toBe(`${here}/terms`);
    expect(terms.body).toMatch(/value="一次付清" selected/);
    const sent = Object.fromEntries(
      [...terms.body.matchAll(/<input class="input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    ); // prettier-ignore
    const chosen = { mode: 'lease', payment: '一次付清', purpose: 'grain', permits: 'soil', fixtures: '机井一眼' };
    const done = await walker.send(`${here}/terms`, { ...sent, ...chosen });
    expect(done.url).toBe(`${here}/materials`);
    const check = said((await walker.open(`${here}/check`)).body);
    for (const words of [
      '一次付清；合同签订后十日内',
      '900.00 元/亩/年',
      '交地 2026年11月1日',
      '机井一眼',
      '投资改良土壤',
    ])
      expect(check).toContain(words);
  });
});
