import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal } from '../support/given.js';
import { Walker, said } from '../support/walker.js';

interface Member {
  householdId: string;
  personId: string;
  name: string;
}

describe('A consent is to its own terms', () => {
  let exchange: TestExchange;
  let given: Given;
  let clerk: ApiClient;
  let town: Walker;
  let story: TransferStory;

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00');
    given = new Given(exchange);
    clerk = given.as('101-clerk');
    town = await Walker.signIn(exchange, '101-clerk');
    story = await given.transfer({ state: 'town_review' });
  });
  afterAll(() => exchange.close());

  const members = (): Promise<Member[]> =>
    exchange.database.ask<Member>(
      `SELECT c.household_id AS "householdId", c.person_id AS "personId", p.display_name AS name
       FROM consent c JOIN party p ON p.id = c.person_id WHERE c.about_id = $1 AND c.withdrawn_at IS NULL ORDER BY 1, 2`,
      [story.id],
    );
  const body = (more: object = {}) => {
    const { villageCode: _village, ...wish } = story.wish;
    const same = { mode: 'lease', payment: '每年 10 月 20 日前付下一年', ability: '经营土地 6 年', permits: ['soil'] };
    return { ...wish, ...same, ...more };
  };
  const revise = (more: object = {}) => clerk.post(`/transfers/${story.id}/application`, body(more));
  const again = async (who: Member) => {
    const fields = { householdId: who.householdId, personId: who.personId, witness: '演见证' };
    await clerk.post(`/transfers/${story.id}/consents`, { ...fields, file: await scan(`again ${who.personId}`) });
  };

  it('names the household’s own land, the price, the term, the transferee and the use', async () => {
    const [row] = await exchange.database.ask<{ statement: string }>(
      'SELECT statement FROM consent WHERE about_id = $1 LIMIT 1',
      [story.id],
    );
    for (const words of [story.wish.transferee.name, '代码尾号', '每亩每年 900.00 元', '用途：', '2032年11月9日'])
      expect(row?.statement).toContain(words);
    expect(row?.statement).toContain(`统一社会信用代码 ${story.wish.transferee.number}`);
    expect(row?.statement).not.toContain('登记号');
  });

  it('counts as it was said before, with our own mark of the transferee, and with no other’s', async () => {
    // A consent is only taken back, never rewritten: each is taken back, and there in other words.
    const rewrite = async (from: string, to: string) => {
      const taken = await exchange.database.write<{ id: string }>(
        `UPDATE consent SET withdrawn_at = given_at, withdrawal_reason = '换成另外的话' WHERE about_id = $1 AND withdrawn_at IS NULL RETURNING id`,
        [story.id],
      );
      await exchange.database.write(
        `INSERT INTO consent (id, about_kind, about_id, household_id, person_id, statement, statement_sha256, method, read_aloud, witness, evidence_file_id, assisted_session_id, given_at)
         SELECT gen_random_uuid(), about_kind, about_id, household_id, person_id, w.words, encode(sha256(convert_to(w.words, 'UTF8')), 'hex'), method, read_aloud, witness,
           evidence_file_id, assisted_session_id, given_at FROM consent, LATERAL (SELECT replace(statement, $2, $3) AS words) w WHERE id = ANY($1)`,
        [taken.map(({ id }) => id), from, to],
      );
    };
    const known = `统一社会信用代码 ${story.wish.transferee.number}`;
    const [row] = await exchange.database.ask<{ mark: string }>(
      'SELECT left(transferee_id::text, 8) AS mark FROM transfer WHERE id = $1',
      [story.id],
    );
    const stale = async () => said((await town.open(`/transfers/${story.id}`)).body).includes('条件改过，要重新同意');
    await rewrite(known, `登记号 ${row!.mark}`);
    expect(await stale()).toBe(false);
    await rewrite(`登记号 ${row!.mark}`, '登记号 00000000');
    expect(await stale()).toBe(true);
    await rewrite('登记号 00000000', known);
    expect(await stale()).toBe(false);
  });

  it.each([
    ['another price', { priceYuan: '100' }],
    ['another term', { term: { start: '2026-11-10', end: '2036-11-09' } }],
    ['another use', { purpose: 'vegetables', crops: '大棚菜' }],
    ['another payment', { payment: '五年以后一次付清' }],
    ['leave to mortgage and to let on', { permits: ['soil', 'mortgage', 'retransfer'] }],
  ])(
    'counts no more once the case comes back and asks for %s; typed back as it was, it counts again',
    async (_w, more) => {
      await story.returnForCorrection('价款', '写清楚付给谁');
      await revise(more);
      await story.resubmit();
      await story.accept();
      const refused = await refusal(story.endorse());
      expect(refused).toMatchObject({ status: 409, type: 'step-blocked' });
      expect(refused.text).toContain('条件改过，要重新同意');
      expect(said((await town.open(`/transfers/${story.id}`)).body)).toContain('条件改过，要重新同意');
      await story.returnForCorrection('价款', '改回原来的');
      await revise();
      await story.resubmit();
      await story.accept();
      await story.endorse();
      await story.returnForCorrection('再看', '再看一遍材料');
      await story.resubmit();
      await story.accept();
    },
  );

  it('is given anew by each who gave it, and then carries the case on; both lines stay', async () => {
    await story.returnForCorrection('价款', '双方重新谈了价');
    await revise({ priceYuan: '950' });
    await story.resubmit();
    await story.accept();
    const all = await members();
    for (const who of all.slice(1)) await again(who);
    expect((await refusal(story.endorse())).text).toContain(all[0]?.name);
    await again(all[0]!);
    await story.endorse();
    const [row] = await exchange.database.ask<{ many: number }>(
      `SELECT count(*)::int AS many FROM consent WHERE about_id = $1 AND withdrawal_reason = '条件改过，按新的条件重新同意'`,
      [story.id],
    );
    expect(row?.many).toBe(all.length);
  });

  it('is taken back until the contract is signed: on signed paper, by the person, and nothing is signed without it', async () => {
    await given.go(story, 'signing', 'county_review');
    const [who] = await members();
    const path = `/transfers/${story.id}/consent-withdrawals`;
    const taken = { householdId: who!.householdId, personId: who!.personId, reason: '家里又商量了，不租了' };
    expect(said((await town.open(path)).body)).toContain('签了以后不能再撤回同意');
    expect((await refusal(clerk.post(path, taken))).type).toBe('consent-needs-file');
    const finance = given.as('102-clerk');
    expect((await refusal(finance.post(path, { ...taken, file: await scan('stranger') }))).status).toBe(404);
    const { householdId: _household, ...short } = taken;
    await clerk.post(path, { ...short, file: await scan('taken back') });
    expect(said((await town.open(`/transfers/${story.id}`)).body)).toContain('共有人撤回同意');
    expect((await refusal(clerk.post(path, { ...taken, file: await scan('twice') }))).type).toBe('consent-not-found');
    await story.scan();
    expect((await refusal(story.sign())).text).toContain(`还有 1 名共有人没有同意：${who?.name}`);
    // The race that slips past every rule ends at the table itself.
    await expect(
      exchange.database.write(`UPDATE transfer SET state = 'filing' WHERE id = $1`, [story.id]),
    ).rejects.toMatchObject({ constraint: 'transfer_signed_with_every_yes' });
    await again(who!);
    await story.sign();
  });

  it('binds from the signature on, and the refusal says which way is left', async () => {
    const [who] = await members();
    const taken = { householdId: who!.householdId, personId: who!.personId, reason: '后悔了' };
    const late = await refusal(
      clerk.post(`/transfers/${story.id}/consent-withdrawals`, { ...taken, file: await scan('late') }),
    );
    expect(late).toMatchObject({ status: 409, type: 'consent-binds' });
    expect(late.text).toContain('承包法第55条');
    expect((await town.open(`/transfers/${story.id}`)).body).not.toContain('consent-withdrawals');
  });
});
