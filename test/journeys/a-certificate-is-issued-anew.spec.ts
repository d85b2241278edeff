import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { type CertificateJson, Certificates } from '../support/certificates.js';
import type { Wanted } from '../support/people.js';
import { refusal } from '../support/given.js';

/** Somebody who holds two posts at once, which the county should not allow. */
const twoPosts: Wanted = {
  name: '演双岗',
  posts: [
    ['county_certifier', '370126000000'],
    ['county_director', '370126000000'],
  ],
};

const basis = { reason: '打印时代表人姓名印错，权利没有变', rule: '平台规则 证-03' };

describe('A right whose certificate was revoked', () => {
  let certificates: Certificates;
  let certifier: ApiClient;
  let director: ApiClient;
  let story: TransferStory;
  let old: CertificateJson;

  beforeAll(async () => {
    certificates = await Certificates.prepare(2);
    ({ certifier } = certificates);
    director = certificates.given.as('director');
    story = await certificates.story();
    old = await certificates.of(story);
  }, 180_000);
  afterAll(() => certificates.given.close());

  const ask = (who = certifier, id = old.id) => certificates.act(id, 'new-certificate-request', basis, who);
  const decide = (noun: string, who = director) => who.post(`/certificates/${old.id}/${noun}`, basis);
  /** What the desk of a person has of this kind of work. */
  const waiting = async (who: ApiClient): Promise<string[]> => {
    const { rows } = await who.get<{ rows: { kind: string; id: string }[] }>('/desk');
    return rows.filter(({ kind }) => kind === 'certificate_replacement').map(({ id }) => id);
  };
  const living = () =>
    certificates.given.exchange.database.ask(
      `SELECT number FROM certificate WHERE transfer_id = $1 AND state IN ('valid', 'changed', 'revoking')`,
      [story.id],
    );

  it('has no second certificate while the first stands', async () => {
    expect((await refusal(ask())).type).toBe('step-not-open');
    expect((await refusal(decide('new-certificate'))).type).toBe('step-not-open');
    await certificates.act(old.id, 'revocation-request', basis);
    expect((await refusal(ask())).type).toBe('step-not-open');
    await decide('revocation');
    expect(await living()).toEqual([]);
    expect((await certificates.verify(old.code)).state).toBe('revoked');
  });

  it('gets a new one only when one person asks with a document and another decides', async () => {
    expect((await refusal(decide('new-certificate'))).text).toContain('还没有人提请');
    expect((await refusal(certifier.post(`/certificates/${old.id}/new-certificate-request`, basis))).text).toContain(
      '请传“依据的文件”',
    );
    expect((await refusal(ask(director))).type).toBe('not-your-step');
    expect((await refusal(ask(certificates.given.as('102-clerk')))).status).toBe(404);
    const both = await certificates.given.hire('both', twoPosts);
    await ask(both);
    expect([await waiting(director), await waiting(both), await waiting(certifier)]).toEqual([[old.id], [], []]);
    expect((await refusal(ask())).text).toContain('已经提请');
    expect((await refusal(decide('new-certificate', both))).text).toContain('另一个人');
    expect((await refusal(decide('new-certificate', certifier))).type).toBe('not-your-step');
    await decide('new-certificate-refusal');
    expect(await waiting(director)).toEqual([]);
    expect((await refusal(decide('new-certificate'))).text).toContain('还没有人提请');
    expect(await living()).toEqual([]);
  });

  it('has it under a new number and code, written from the case; of four presses one is heard', async () => {
    await ask();
    const press = () => decide('new-certificate').catch((error: { status: number }) => error.status);
    const answers = await Promise.all([press(), press(), press(), press()]);
    expect(answers.filter((each) => each === 409)).toHaveLength(3);
    const fresh = await certificates.of(story);
    expect(answers).toContain(`/certificates/${fresh.id}`);
    expect(await living()).toEqual([{ number: fresh.number }]);
    expect(fresh.number).not.toBe(old.number);
    expect(fresh).toMatchObject({ state: 'valid', carried: [{ kind: 'replace', follows: old.number }] });
    const letters = await certificates.given.exchange.database.ask<{ kind: string }>(
      `SELECT kind FROM paper WHERE subject = 'certificate' AND subject_id = $1 ORDER BY made_at, number`,
      [old.id],
    );
    expect(letters.map((letter) => letter.kind)).toEqual(['certificate_revocation', 'certificate_anew']);
  });

  it('leaves the old one revoked for ever, each page naming the other, and tells strangers which is which', async () => {
    const fresh = await certificates.of(story);
    const before = await certificates.seen(old.id);
    expect([before.state, before.nextId]).toEqual(['revoked', fresh.id]);
    expect((await certificates.seen(fresh.id)).previousId).toBe(old.id);
    const [told, shown] = [await certificates.verify(old.code), await certificates.verify(fresh.code)];
    expect([told.state, shown.state]).toEqual(['revoked', 'valid']);
    expect(JSON.stringify(told)).toContain(fresh.number);
    expect(JSON.stringify(told)).not.toContain(fresh.code);
    expect(told.certificate?.course.map((line) => line.event)).toEqual(expect.arrayContaining(['revoke', 'replace']));
    expect((await refusal(ask())).text).toContain('已经另发了新证');
    await expect(
      certificates.given.exchange.database.write(`UPDATE certificate SET state = 'valid' WHERE id = $1`, [old.id]),
    ).rejects.toThrow();
  });

  it('has none any more once it is over', async () => {
    const ended = await certificates.story();
    const { id } = await certificates.of(ended);
    await certificates.act(id, 'revocation-request', basis);
    await director.post(`/certificates/${id}/revocation`, basis);
    await ended.terminate();
    expect((await refusal(ask(certifier, id))).text).toContain('权利已经终止');
  });
});
