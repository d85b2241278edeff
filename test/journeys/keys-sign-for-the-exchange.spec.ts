import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMinutes, at, dayOf } from '#kernel';
import { type Signed, SigningKeys, Sweeper } from '#platform';
import { TestExchange } from '../support/exchange.js';
import { type Clerk, hire } from '../support/people.js';

interface KeySet {
  keys: { kty: string; crv: string; x: string; use: string; alg: string; kid: string }[];
}
interface Shown {
  keys: { kid: string; signsFrom: string; signsUntil: string | null; cause: string; reason: string | null }[];
}

const text = Buffer.from('每亩每年 1200 元');

describe('The keys that sign for the exchange', () => {
  let exchange: TestExchange;
  let second: TestExchange;
  let staff: Record<'admin' | 'director', Clerk>;

  beforeAll(async () => {
    exchange = await TestExchange.open();
    second = await TestExchange.over('second', exchange.databaseUrl, exchange.clock.now().toISOString());
    const county = '370126000000';
    staff = await hire(exchange, {
      admin: ['county_administrator', county],
      director: ['county_director', county],
    });
  });
  afterAll(async () => {
    await second.app.close();
    await exchange.close();
  });

  const signed = async (by = exchange): Promise<Signed> => {
    await by.app.get(SigningKeys).ready();
    return by.app.get(SigningKeys).sign(text);
  };
  const keySet = async (): Promise<KeySet> =>
    (await exchange.app.inject({ url: '/.well-known/jwks.json' })).json<KeySet>();
  const shown = async (): Promise<Shown> => (await exchange.app.inject({ url: '/api/signing-keys' })).json<Shown>();
  const holds = async ({ kid, signature }: Signed, said: Buffer = text): Promise<boolean> => {
    const key = (await keySet()).keys.find((each) => each.kid === kid);
    if (!key) return false;
    return verify(null, said, createPublicKey({ key, format: 'jwk' }), Buffer.from(signature, 'base64url'));
  };
  const rotate = (reason: string, who = staff.admin) =>
    exchange.app.inject({
      ...{ method: 'POST', url: '/api/signing-keys/rotations' },
      ...{ headers: who.headers, payload: { reason } },
    });
  /** Both processes live on, past the time in which they see what is new. */
  const pass = (minutes: number): void => {
    for (const each of [exchange, second]) {
      each.clock.set(addMinutes(each.clock.now(), minutes));
      each.passMinutes(minutes);
    }
  };

  it('are one for two processes that start at once', async () => {
    const [one, other] = await Promise.all([signed(), signed(second)]);
    expect(one).toEqual(other);
    expect((await keySet()).keys).toHaveLength(1);
  });

  it('are public as RFC 7517 and RFC 8037 write them, under their own fingerprint', async () => {
    const answer = await exchange.app.inject({ url: '/.well-known/jwks.json' });
    const [key] = answer.json<KeySet>().keys;
    expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519', use: 'sig', alg: 'EdDSA' });
    expect(Object.keys(key ?? {}).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
    const print = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${key?.x}"}`);
    expect(key?.kid).toBe(print.digest('base64url'));
    const again = await exchange.app.inject({
      url: '/.well-known/jwks.json',
      headers: { 'if-none-match': String(answer.headers['etag']) },
    });
    expect(again.statusCode).toBe(304);
  });

  it('sign so that anybody can check it, and nothing else holds', async () => {
    const one = await signed();
    expect(await holds(one)).toBe(true);
    expect(await holds(one, Buffer.from('每亩每年 1201 元'))).toBe(false);
    const foreign = { ...one, signature: `${one.signature[0] === 'A' ? 'B' : 'A'}${one.signature.slice(1)}` };
    expect(await holds(foreign)).toBe(false);
  });

  it('never stand in the database in the clear', async () => {
    const rows = await exchange.database.ask<{ sealed: string }>('SELECT sealed FROM signing_secret');
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.sealed ?? '', 'base64').toString('latin1')).not.toContain('0.\x02\x01\x00');
    await expect(exchange.database.write('UPDATE signing_key SET reason = NULL')).rejects.toThrow('permission denied');
  });

  it('are changed at once by the administrator, with a reason that everybody reads', async () => {
    const before = await signed();
    expect((await rotate('', staff.admin)).statusCode).toBe(422);
    expect((await rotate('怀疑备份外泄', staff.director)).statusCode).toBe(403);
    expect((await rotate('怀疑备份外泄')).statusCode).toBe(201);
    // Until every process can have seen it, all sign with the old one.
    expect((await signed()).kid).toBe(before.kid);
    const twice = await rotate('怀疑备份外泄');
    expect([twice.statusCode, twice.json<{ type: string }>().type]).toEqual([409, '/problems/signing-key-changed']);
    pass(1);
    const [after, elsewhere] = [await signed(), await signed(second)];
    expect(after).toEqual(elsewhere);
    expect(after.kid).not.toBe(before.kid);
    expect([await holds(before), await holds(after)]).toEqual([true, true]);
    const [now, old] = (await shown()).keys;
    expect(now).toMatchObject({ kid: after.kid, cause: 'ordered', reason: '怀疑备份外泄', signsUntil: null });
    expect(old).toMatchObject({ kid: before.kid, cause: 'first', signsUntil: now?.signsFrom });
    const page = await exchange.app.inject({ url: '/signing-keys', headers: { accept: 'text/html' } });
    expect(page.body).toContain('怀疑备份外泄');
    expect(page.body).not.toContain('提前换签名密钥');
  });

  it('are changed by the clock when their days are over, and what they signed holds for ever', async () => {
    const before = await signed();
    const since = dayOf(new Date((await shown()).keys[0]?.signsFrom ?? ''));
    for (const [days, many] of [[89, 2], [91, 3]] as const) {
      for (const each of [exchange, second]) each.clock.set(at(addDays(since, days), '09:00'));
      await exchange.app.get(Sweeper).sweep();
      expect((await keySet()).keys).toHaveLength(many);
    } // prettier-ignore
    pass(120);
    await exchange.app.get(Sweeper).sweep();
    expect((await shown()).keys[0]).toMatchObject({ cause: 'scheduled', reason: null });
    const after = await signed(second);
    expect(after.kid).not.toBe(before.kid);
    expect(await holds(before)).toBe(true);
    // Nobody can sign the past anew: of the keys that are over no secret is left.
    const secrets = await exchange.database.ask<{ number: number; left: boolean }>(
      'SELECT number, sealed IS NOT NULL AS left FROM signing_secret ORDER BY number',
    );
    expect(secrets.map(({ left }) => left)).toEqual([false, false, true]);
  });

  it('sign on after a restart', async () => {
    const before = await signed();
    const restarted = await TestExchange.over('restarted', exchange.databaseUrl, exchange.clock.now().toISOString());
    expect(await signed(restarted)).toEqual(before);
    await restarted.app.close();
  });

  it('sign five hundred times in the time of nothing, and not before they are looked for', async () => {
    const asked = await exchange.queriesFor(async () => {
      for (let nth = 0; nth < 500; nth += 1) await signed();
    });
    expect(asked).toBeLessThanOrEqual(1);
    const fresh = await TestExchange.over('fresh', exchange.databaseUrl, exchange.clock.now().toISOString());
    expect(() => fresh.app.get(SigningKeys).sign(text)).toThrow('ready()');
    await fresh.app.close();
  });
});
