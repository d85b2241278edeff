import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { clockActor, day, fen, term } from '#kernel';
import { EncumbrancesService } from '#rights';
import { commonLand, decide, memberOf } from '../support/collective.js';
import { Given, refusal } from '../support/given.js';
import type { TransferJson } from '../support/transfer-json.js';
import { lettersOf, verify } from '../support/leases.js';

/** 集体的地续期，集体重新决议（承包法第52条）；抵押着的经营权可以续期，要通知抵押权人（领域规则 4.3）. */
const reasons = { reason: '集体内部对要不要续期有不同意见', rule: '平台规则 止-01' };

describe('Land that a village leased itself, and that a bank holds a mortgage on,', () => {
  let given: Given;
  let lease: TransferStory;
  let renewal: TransferStory;

  beforeAll(async () => {
    given = await Given.open('2025-09-23T09:00:00+08:00');
    const [parcel] = await commonLand(given);
    lease = await given.story({
      parcels: [{ code: parcel?.code ?? '' }],
      transferee: await memberOf(given),
      term: { start: '2025-11-10', end: '2026-11-30' },
    });
    await lease.draft();
    await decide(given, lease, '2025-09-15');
    await walk(lease);
    await given.on('2025-12-01');
    await mortgage(lease);
  }, 180_000);
  afterAll(() => given.exchange.close());

  async function walk(story: TransferStory): Promise<void> {
    for (const act of ['submit', 'accept', 'endorse', 'survey', 'submitToCounty', 'review', 'approve'] as const)
      await story[act]();
    await story.proveScreens();
    await story.proveBoard();
    await given.pass(8);
    for (const act of ['scan', 'sign', 'file', 'pay', 'record', 'certify'] as const) await story[act]();
  }

  async function mortgage(story: TransferStory): Promise<void> {
    const [right] = await given.exchange.database.ask<{ id: string; holder: string }>(
      'SELECT id, holder_id AS holder FROM management_right WHERE subject_id = $1',
      [story.id],
    );
    const wish = {
      ...{ contractId: null, rightId: right!.id, mortgageeName: '演练银行', mortgagorId: right!.holder },
      ...{ claim: 'ordinary' as const, principalFen: fen(5_000_000), contractNumber: '演押-2' },
      term: term(day('2025-12-01'), day('2026-11-30')),
      registered: { number: '演登-2', on: day('2025-12-01') },
    };
    const encumbrances = given.exchange.app.get(EncumbrancesService);
    await given.exchange.act(clockActor, (act) => encumbrances.note(act, wish));
  }

  it('has no contract to outlast: the end of the renewal is free', async () => {
    renewal = await lease.renew('2036-11-30');
    const view = await given.as('101-clerk').get<TransferJson>(`/transfers/${renewal.id}`);
    expect(view.state).toBe('draft');
    expect(view.warnings).toEqual([{ code: 'mortgaged_before', said: '演练银行', limit: null, lastDay: null }]);
    await expect(verify(given, lease)).resolves.toMatchObject({ state: 'valid', renewal: null });
  });

  it('takes over the terms, but neither the day of the first handover nor what was declared then', async () => {
    const of = async (story: TransferStory) =>
      given.exchange.database.ask(
        'SELECT purpose, payment, handover_on::text AS handover, declared IS NULL AS undeclared FROM transfer WHERE id = $1',
        [story.id],
      );
    const [[before], [after]] = [await of(lease), await of(renewal)];
    expect(before).toMatchObject({ handover: '2025-11-10', undeclared: false });
    expect(after).toEqual({ ...before, handover: '2026-12-01', undeclared: true });
  });

  it('is renewed only after the collective has decided anew', async () => {
    await renewal.submit();
    expect(await lettersOf(given, renewal)).toEqual(expect.arrayContaining(['renewal_request', 'mortgagee_notice']));
    const [letter] = await given.exchange.database.ask<{ view: { mortgagee: string; beforeEndsOn: string } }>(
      `SELECT view FROM paper WHERE subject_id = $1 AND kind = 'mortgagee_notice'`,
      [renewal.id],
    );
    expect(letter?.view.mortgagee).toBe('演练银行');
    const said = await refusal(renewal.accept());
    expect([said.type, said.text.includes('还没有登记集体决议')]).toEqual(['step-blocked', true]);
    await given.as('director').post(`/transfers/${renewal.id}/suspension`, reasons);
    await given.as('director').post(`/transfers/${renewal.id}/resumption`);
    await decide(given, renewal, '2025-11-20');
    await renewal.accept();
    await renewal.endorse();
  });

  it('goes the whole way though the old right is mortgaged', async () => {
    for (const act of ['survey', 'submitToCounty', 'review', 'approve'] as const) await renewal[act]();
    await renewal.proveScreens();
    await renewal.proveBoard();
    await given.pass(8);
    for (const act of ['scan', 'sign', 'file', 'pay', 'record', 'certify'] as const) await renewal[act]();
    expect((await renewal.view()).stateName).toBe('certified');
    await given.on('2026-12-01', '00:10');
    expect([(await lease.view()).stateName, (await renewal.view()).stateName]).toEqual(['renewed', 'in_force']);
  });
});
