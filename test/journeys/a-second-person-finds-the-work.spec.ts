import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Paper, PapersService } from '#papers';
import { sampled } from '../support/sampled.js';
import { sampleCertificate } from '../support/samples/certificate-paper.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { ledgerDesk } from '../support/ledger-desk.js';
import { type Clerk, hire } from '../support/people.js';

interface DeskJson {
  rows: { kind: string; id: string; at: string; state: string; party: string | null; number: string; place: string }[];
  counts: { kind: string; waiting: number; late: number }[];
}
interface Outcomes {
  outcomes: { work: string; problem: { type: string } | null }[];
}

const county = '370126000000';

/** What takes two persons waits on the desk of the second, and never on that of who asked. */
describe('Work of a second person', () => {
  let desk: Awaited<ReturnType<typeof ledgerDesk>>;
  let people: Record<'admin' | 'watcher' | 'certifier' | 'teller' | 'sister', Clerk>;
  let id: string;

  const waits = async (who: ApiClient, kind: string) =>
    (await who.get<DeskJson>('/desk')).rows.filter((row) => row.kind === kind);
  const director = () => desk.staff.director.client;
  const finance = () => desk.staff.finance.client;

  beforeAll(async () => {
    desk = await ledgerDesk(2);
    people = await hire(desk.exchange, {
      admin: ['county_administrator', county],
      watcher: ['supervisor', county],
      certifier: ['county_certifier', county],
      teller: ['town_finance', '370126101000'],
      sister: ['town_finance', '370126102000'],
    });
    id = await desk.open();
    await desk.pay(id, 3_240_000);
    await desk.over(id);
  }, 180_000);
  afterAll(() => desk.exchange.close());

  it('is money that leaves: for another to approve, then for the finance desk to pay, and then for nobody', async () => {
    expect((await waits(finance(), 'deposit')).map((row) => row.id)).toEqual([id]);
    await desk.askBack(id, 3_240_000);
    const [disbursement] = await waits(director(), 'disbursement');
    expect(disbursement).toMatchObject({ at: `/deposits/${id}`, state: 'asked', party: desk.payer });
    expect(await waits(people.teller.client, 'disbursement')).toHaveLength(1);
    for (const none of [finance(), people.sister.client]) expect(await waits(none, 'disbursement')).toEqual([]);
    expect(await waits(finance(), 'deposit')).toEqual([]);
    expect(await waits(director(), 'deposit')).toEqual([]);
    await desk.approve(id, disbursement!.id);
    expect(await waits(director(), 'disbursement')).toEqual([]);
    expect(await waits(finance(), 'disbursement')).toMatchObject([{ id: disbursement!.id, state: 'approved' }]);
    await desk.payOut(id, disbursement!.id);
    expect(await waits(finance(), 'disbursement')).toEqual([]);
    expect(await waits(finance(), 'deposit')).toEqual([]);
  });

  it('is no work of who asked: neither claimed by him nor handed to him', async () => {
    const other = await desk.open();
    await desk.pay(other, 3_240_000);
    await desk.over(other);
    await desk.askBack(other, 3_240_000);
    const [disbursement] = await waits(director(), 'disbursement');
    const work = [`disbursement:${disbursement!.id}`];
    const outcome = async (who: ApiClient, at: string, more = {}) =>
      (await who.send(at, { work, ...more })).json<Outcomes>().outcomes[0]?.problem?.type;
    expect(await outcome(finance(), '/desk/claims')).toBe('work-not-waiting');
    const to = desk.staff.finance.actor.accountId;
    expect(await outcome(director(), '/desk/handovers', { to })).toBe('work-not-theirs');
    expect(await outcome(director(), '/desk/claims')).toBeUndefined();
  });

  it('is a copy beyond the limit, for the certifier or the director, whoever did not ask', async () => {
    const about = { subject: 'transfer', subjectId: randomUUID(), officeCode: '370126101000' };
    const paper: Paper = await desk.exchange.act(people.certifier.actor, (act) =>
      desk.exchange.app.get(PapersService).issue(act, sampled('certificate', sampleCertificate()), about),
    );
    for (const reason of ['', '卡纸', '污损', '遗失'])
      await people.certifier.client.send(`/papers/${paper.id}/prints`, { reason });
    const [asked] = await waits(director(), 'print_request');
    expect(asked).toMatchObject({ at: `/papers/${paper.id}/prints`, number: paper.number, party: '演certifier' });
    expect(asked?.place).not.toBe('');
    for (const none of [people.certifier.client, people.watcher.client, finance()])
      expect(await waits(none, 'print_request')).toEqual([]);
    await director().send(`/papers/${paper.id}/prints/requests/${asked!.id}/decision`, { approved: 'true' });
    expect(await waits(director(), 'print_request')).toEqual([]);
  });

  it('is an account to be started, for a day, and not for the one whose account it is', async () => {
    const restart = (who: Clerk) =>
      people.admin.client.send(`/accounts/${who.actor.accountId}/start-password`, { reason: '手机丢了，本人来办' });
    for (const who of [people.watcher, people.certifier]) {
      await who.client.send('/account/confirmation', { proof: '000000' });
    }
    await people.admin.client.send('/account/confirmation', { proof: '000000' });
    await restart(people.certifier);
    await restart(people.watcher);
    const numbers = async (who: ApiClient) => (await waits(who, 'account_start')).map((row) => row.number);
    expect(await numbers(people.watcher.client)).toEqual(['test-certifier']);
    expect((await numbers(director())).toSorted()).toEqual(['test-certifier', 'test-watcher']);
    expect(await numbers(people.admin.client)).toEqual([]);
    const { counts } = await director().get<DeskJson>('/desk');
    expect(counts).toContainEqual({ kind: 'account_start', waiting: 2, late: 0, today: 0 });
    desk.exchange.passMinutes(24 * 60 + 1);
    const [late] = Object.values(await hire(desk.exchange, { head: ['county_director', county] }));
    expect(await numbers(late!.client)).toEqual([]);
  });

  it('stands in the books of both towns for who keeps both', async () => {
    const posts = ['370126102000', '370126101000'].map((office) => ['town_finance', office] as const);
    const { both, keeper } = await hire(desk.exchange, {
      both: { name: '演两镇', posts },
      keeper: ['town_finance', '370126101000'],
    });
    const books = async (who: ApiClient) => {
      const { rows, trial } = await who.get<{ rows: object[]; trial: { officeCode: string }[] }>('/ledger');
      return { rows, own: trial.filter(({ officeCode }) => officeCode === '370126101000') };
    };
    const kept = await books(keeper.client);
    expect([kept.rows.length > 0, kept.own.length]).toEqual([true, 1]);
    expect(await books(both.client)).toEqual(kept);
  });
});
