import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type CertificateJson, Certificates } from '../support/certificates.js';
import type { TestExchange } from '../support/exchange.js';

describe('A certificate that a stranger checks', () => {
  let certificates: Certificates;
  let exchange: TestExchange;
  /** One certificate that nobody alters, for whoever only looks. */
  let kept: CertificateJson;

  beforeAll(async () => {
    certificates = await Certificates.prepare(2);
    ({ exchange } = certificates.given);
    kept = await certificates.certified();
  }, 180_000);
  afterAll(() => exchange.close());

  it('shows a stranger what the paper shows, people masked and organisations whole, and says from when', async () => {
    const certificate = kept;
    const back = exchange.clock.now();
    exchange.setDay('2026-11-09', '09:00');
    const shown = await certificates.verify(certificate.code);
    const read = await certificates.verified(certificate.code);
    exchange.clock.set(back);
    expect([shown.state, shown.startsLater, shown.number]).toEqual(['valid', true, certificate.number]);
    for (const words of [
      '这本证书是真的，从2026年11月10日起生效',
      `2026年11月9日 09:00 查的，编号 ${certificate.number}`,
    ])
      expect(read).toContain(words);
    expect(shown.certificate?.holder).toBe(certificate.holder);
    expect(shown.certificate?.transferor).toMatch(/^.＊/);
    expect(shown.certificate?.parcels.every((parcel) => parcel.contractor.includes('＊'))).toBe(true);
    expect(shown.certificate?.course.map((line) => line.event)).toEqual(['signed', 'filed', 'recorded', 'issued']);
    const people = await exchange.database.ask<{ name: string }>(
      'SELECT DISTINCT g.display_name AS name FROM transfer_parcel tp JOIN party g ON g.id = tp.grantor_id JOIN certificate c ON c.transfer_id = tp.transfer_id WHERE c.id = $1',
      [certificate.id],
    );
    for (const { name } of people) expect(JSON.stringify(shown)).not.toContain(name.replace(/户$/, ''));
    const page = await exchange.app.inject({ url: `/verify/${certificate.code}`, headers: { accept: 'text/html' } });
    expect([page.statusCode, page.body.includes('<span class="stamp">有效</span>')]).toEqual([200, true]);
  });

  it('expires with its term, whether or not any clock has run', async () => {
    const certificate = kept;
    const back = exchange.clock.now();
    exchange.setDay('2032-11-09', '23:59');
    expect((await certificates.verify(certificate.code)).state).toBe('valid');
    exchange.setDay('2032-11-10', '00:00');
    expect((await certificates.verify(certificate.code)).state).toBe('expired');
    exchange.clock.set(back);
  });

  it('is not opened by a code with one sign altered, and each guess costs a second and a half', async () => {
    const { code } = kept;
    const altered = [...code].map((sign, at) => code.slice(0, at) + (sign === '7' ? '8' : '7') + code.slice(at + 1));
    const begun = performance.now();
    const answers = await Promise.all(
      [...altered, '不是码', `${code}2`].map((wrong) => certificates.verify(encodeURIComponent(wrong))),
    );
    expect(performance.now() - begun).toBeGreaterThan(1450);
    expect(new Set(answers.map((answer) => answer.state))).toEqual(new Set(['unknown']));
    expect(new Set(answers.map((answer) => JSON.stringify({ ...answer, checkedAt: null }))).size).toBe(1);
    expect((await certificates.verify(`${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`)).state).toBe('valid');
  });

  it('makes a guesser wait after ten wrong codes, and nobody else', async () => {
    const { code } = kept;
    const ask = (text: string, from: string) =>
      exchange.app.inject({ method: 'POST', url: '/api/verify', payload: { code: text }, remoteAddress: from });
    const tries = await Promise.all(Array.from({ length: 14 }, () => ask('222222222222', '10.9.9.9')));
    expect(tries.filter((each) => each.statusCode === 404)).toHaveLength(10);
    const refused = tries.find((each) => each.statusCode === 429);
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(500);
    expect((await ask(code, '10.9.9.10')).statusCode).toBe(200);
  });

  it('that somebody alters behind the exchange’s back is not called valid any more', async () => {
    const certificate = await certificates.certified();
    const owner = new pg.Client(exchange.databaseUrl);
    await owner.connect();
    await owner.query('ALTER TABLE paper DISABLE TRIGGER paper_stands');
    await owner.query(`UPDATE paper SET view = jsonb_set(view, '{holder}', '"别的合作社"') WHERE code = $1`, [
      certificate.code,
    ]);
    await owner.query('ALTER TABLE paper ENABLE TRIGGER paper_stands');
    await owner.end();
    expect((await certificates.verify(certificate.code)).state).toBe('altered');
    expect(await certificates.verified(certificate.code)).toContain('已经停用');
  });

  it('lets other papers of the exchange be checked the same way', async () => {
    const [paper] = await exchange.database.ask<{ code: string; number: string }>(
      `SELECT code, number FROM paper WHERE kind = 'attestation' LIMIT 1`,
    );
    const shown = await certificates.verify(paper?.code ?? '');
    expect([shown.state, shown.paper?.kind, shown.number]).toEqual(['valid', 'attestation', paper?.number]);
    expect(await certificates.verified(paper?.code ?? '')).toContain('这份《农村产权交易鉴证书》是真的');
  });
});
