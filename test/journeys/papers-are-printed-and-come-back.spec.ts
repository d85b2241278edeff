import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Paper, PapersService } from '#papers';
import { sampled } from '../support/sampled.js';
import { sampleCertificate, sampleEnd } from '../support/samples/certificate-paper.js';
import { TestExchange } from '../support/exchange.js';
import { scanOf } from '../support/made-up-files.js';
import { type Clerk, hire } from '../support/people.js';

describe('A certificate that was issued', () => {
  let exchange: TestExchange;
  let desk: Record<'certifier' | 'director' | 'stranger' | 'administrator', Clerk>;
  let certificate: Paper;
  let letter: Paper;

  beforeAll(async () => {
    exchange = await TestExchange.open();
    desk = await hire(exchange, {
      certifier: ['county_certifier', '370126000000'],
      director: ['county_director', '370126000000'],
      stranger: ['town_clerk', '370126102000'],
      administrator: ['county_administrator', '370126000000'],
    });
    const about = { subject: 'transfer', subjectId: randomUUID(), officeCode: '370126101000' };
    const papers = exchange.app.get(PapersService);
    [certificate, letter] = await exchange.act(desk.certifier.actor, async (act) => [
      await papers.issue(act, sampled('certificate', sampleCertificate()), about),
      await papers.issue(act, sampled('case_end', sampleEnd), about),
    ]);
  });
  afterAll(async () => exchange.close());

  const ask = (method: 'GET' | 'POST', url: string, who: Clerk, payload?: object) =>
    exchange.app.inject({ method, url: `/api${url}`, headers: who.headers, ...(payload ? { payload } : {}) });

  it('is shown as a view copy to those whose office covers it', async () => {
    const answer = await ask('GET', `/papers/${certificate.id}`, desk.certifier);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('application/pdf');
    expect(answer.headers['content-disposition']).toMatch(/^inline/);
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('does not exist for another town, nor for somebody who has not signed in', async () => {
    expect((await ask('GET', `/papers/${certificate.id}`, desk.stranger)).statusCode).toBe(404);
    const nobody = await exchange.app.inject({ method: 'GET', url: `/api/papers/${certificate.id}` });
    expect([401, 404]).toContain(nobody.statusCode);
  });

  it('is printed as a counted copy, and no copy can be had that was not counted', async () => {
    expect((await ask('GET', `/papers/${certificate.id}?copy=1`, desk.certifier)).statusCode).toBe(404);
    expect((await ask('POST', `/papers/${certificate.id}/prints`, desk.certifier, {})).statusCode).toBeLessThan(400);
    expect((await ask('GET', `/papers/${certificate.id}?copy=1`, desk.certifier)).statusCode).toBe(200);
    const again = await ask('POST', `/papers/${certificate.id}/prints`, desk.certifier, {});
    expect(again.json()).toMatchObject({ status: 422, type: '/problems/reprint-needs-reason' });
  });

  it('waits for a second person beyond the limit', async () => {
    for (const reason of ['卡纸', '污损', '遗失'])
      await ask('POST', `/papers/${certificate.id}/prints`, desk.certifier, { reason });
    const register = (await ask('GET', `/papers/${certificate.id}/prints`, desk.director)).json<{
      prints: unknown[];
      request: { id: string; mayDecide: boolean };
    }>();
    expect(register.prints).toHaveLength(3);
    expect(register.request.mayDecide).toBe(true);
    const url = `/papers/${certificate.id}/prints/requests/${register.request.id}/decision`;
    expect((await ask('POST', url, desk.certifier, { approved: 'true' })).statusCode).toBe(403);
    expect((await ask('POST', url, desk.director, { approved: 'true' })).statusCode).toBeLessThan(400);
    expect((await ask('GET', `/papers/${certificate.id}?copy=4`, desk.certifier)).statusCode).toBe(200);
  });

  it('comes back signed as a scan that is never rewritten', async () => {
    const kept = await desk.certifier.client.send(`/papers/${certificate.id}/scans`, { scans: [scanOf('签收件')] });
    expect(kept.statusCode).toBeLessThan(400);
    const { scans } = (await ask('GET', `/papers/${certificate.id}/prints`, desk.certifier)).json<{
      scans: { name: string }[];
    }>();
    expect(scans.map((scan) => scan.name)).toEqual(['签收件.pdf']);
  });

  it('leaves letters free: they are opened as often as wanted, and never counted', async () => {
    expect((await ask('GET', `/papers/${letter.id}`, desk.certifier)).statusCode).toBe(200);
    expect((await ask('POST', `/papers/${letter.id}/prints`, desk.certifier, { reason: '再要一份' })).statusCode).toBe(
      404,
    );
  });

  it('is printed with seals that the administrator registers, one at a time', async () => {
    const seal = {
      officeCode: '370126000000',
      officeName: '商河县农村产权交易中心',
      foot: '业务专用章',
      validFrom: '2026-10-01',
    };
    expect((await ask('POST', '/seals', desk.certifier, seal)).statusCode).toBe(403);
    expect((await ask('POST', '/seals', desk.administrator, seal)).statusCode).toBeLessThan(400);
    expect((await ask('POST', '/seals', desk.administrator, seal)).json()).toMatchObject({
      type: '/problems/seal-overlaps',
    });
    expect(
      (await ask('POST', '/seals', desk.administrator, { ...seal, validFrom: '2027-01-01' })).statusCode,
    ).toBeLessThan(400);
    const form = (await ask('GET', '/seals/new', desk.administrator)).json<{
      id: unknown;
      href: string;
      posts: string[];
    }>();
    expect(form).toMatchObject({ id: null, href: '/seals', posts: ['county_administrator', 'county_director'] });
    expect((await ask('GET', `/papers/${certificate.id}/prints/new`, desk.certifier)).json()).toMatchObject({
      ...{ action: 'print', href: `/papers/${certificate.id}/prints` },
      input: { $ref: '/api/openapi.json#/components/schemas/PrintInput' },
    });
    const { seals } = (await ask('GET', '/seals', desk.director)).json<{ seals: { validTo: string | null }[] }>();
    expect(seals.map((one) => one.validTo)).toEqual([null, '2027-01-01']);
  });
});
