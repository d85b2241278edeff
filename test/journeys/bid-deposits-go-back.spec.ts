import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { constraintOf } from '#platform';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { GivenAuctions } from '../support/auctions.js';
import { refusal } from '../support/given.js';
import { scanOf } from '../support/made-up-files.js';

interface Deposit {
  id: string;
  state: string;
  heldFen: number;
  deadline: { lastDay: string } | null;
  forfeitReason: string | null;
  disbursements: { id: string; state: string; amountFen: number; requestedBy: string; accountTail: string }[];
  receipts: { accountTail: string }[];
}

const why = { reason: '竞得人书面表示不签合同', rule: '挂牌公告第七条' };

describe('Deposits for a bid', () => {
  let auctions: GivenAuctions;
  let lotId: string;
  let auctionId: string;
  const director = (): ApiClient => auctions.given.as('director');
  const finance = (): ApiClient => auctions.given.as('101-finance');
  /** The registration of a bidder, and its deposit as the finance desk sees it. */
  const interestOf = async (login: string): Promise<{ id: string; depositId: string }> => {
    const [found] = await auctions.given.exchange.database.ask<{ id: string; depositId: string }>(
      `SELECT i.id, d.id AS "depositId" FROM interest i JOIN deposit d ON d.subject = 'interest' AND d.subject_id = i.id
       JOIN account a ON a.party_id = i.party_id WHERE i.listing_id = $1 AND a.login = $2`,
      [lotId, login],
    );
    return found!;
  };
  const depositOf = async (login: string): Promise<Deposit> =>
    finance().get(`/deposits/${(await interestOf(login)).depositId}`);
  const slip = (number: string) => ({
    ...{ slipNumber: number, paidOn: auctions.given.exchange.today, scan: scanOf(number) },
  });

  beforeAll(async () => {
    auctions = await GivenAuctions.open();
    const made = await auctions.announced();
    lotId = made.lot.id;
    auctionId = made.id;
    await auctions.begin(made.id);
    await auctions.bid(auctions.farmer, made.id, '900');
    await auctions.bid(auctions.cooperative, made.id, '910');
    await auctions.later(121);
    await auctions.turn();
  }, 180_000);
  afterAll(() => auctions.given.close());

  it('of who did not win are ordered back by themselves, to the account they came from, within three working days', async () => {
    const lost = await depositOf('farmer');
    expect(lost).toMatchObject({ state: 'releasing', deadline: { lastDay: '2026-10-16' } });
    const [order] = lost.disbursements;
    expect(order).toMatchObject({ state: 'asked', amountFen: lost.heldFen, requestedBy: '时钟' });
    expect(order!.accountTail).toBe(lost.receipts[0]!.accountTail);
    expect(await depositOf('cooperative')).toMatchObject({ state: 'held', disbursements: [] });
    const { rows } = await director().get<{ rows: { kind: string; id: string }[] }>('/desk');
    expect(rows).toContainEqual(expect.objectContaining({ kind: 'disbursement', id: order!.id }));
  });

  it('and leave by two persons: who approves the order does not pay it', async () => {
    const { id, disbursements } = await depositOf('farmer');
    const at = `/deposits/${id}/disbursements/${disbursements[0]!.id}`;
    await finance().post(`${at}/approval`);
    expect((await refusal(finance().post(`${at}/payment`, slip('TK2026000001')))).text).toContain('由另一个人登记付款');
    const other = await auctions.given.hire('finance-2', ['town_finance', '370126101000']);
    await other.post(`${at}/payment`, slip('TK2026000001'));
    expect(await depositOf('farmer')).toMatchObject({ state: 'released', heldFen: 0 });
    expect(
      (await refusal(director().post(`/interests/${(await interestOf('farmer')).id}/forfeiture`, why))).status,
    ).toBe(409);
  });

  it('of who won and backs out are forfeited by the county, for a reason and in writing', async () => {
    const { id } = await interestOf('cooperative');
    const lot = await auctions.rights.see(lotId);
    expect((await refusal(director().post(`/interests/${id}/forfeiture`, why))).type).toBe('barring-no-default');
    await auctions.given.as('reviewer').post(`/transfers/${lot.deal!.id}/rejection`, why);
    await auctions.given.pass(1);
    expect(await depositOf('cooperative')).toMatchObject({ state: 'releasing', disbursements: [{ state: 'asked' }] });
    expect((await refusal(auctions.given.as('reviewer').post(`/interests/${id}/forfeiture`, why))).status).toBe(403);
    expect(await director().get(`/interests/${id}/forfeiture`)).toMatchObject({ action: 'forfeit', blockers: [] });
    await director().post(`/interests/${id}/forfeiture`, why);
    const kept = await depositOf('cooperative');
    expect(kept).toMatchObject({ state: 'held', forfeitReason: why.reason, disbursements: [{ state: 'refused' }] });
    expect((await auctions.given.page(`/deposits/${kept.id}`, finance())).body).toContain('县里决定不予退还');
    const { rows } = await director().get<{ rows: { kind: string }[] }>('/papers');
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['deposit_forfeiture', 'deal_confirmation']));
    expect((await refusal(director().post(`/interests/${id}/forfeiture`, why))).status).toBe(404);
  });

  it('and then go back to nobody: they leave as a claim that one asks for and another approves', async () => {
    const { id, heldFen } = await depositOf('cooperative');
    expect((await refusal(finance().post(`/deposits/${id}/releases`, { reason: '退还' }))).text).toContain('不予退还');
    const forged = auctions.given.exchange.database.transaction((tx) =>
      tx.query(
        `INSERT INTO disbursement (id, subject, subject_id, kind, amount_fen, reason, receipt_id, payee_name, payee_bank, payee_account_sealed, payee_account_tail, requested_by_name, requested_at)
         SELECT gen_random_uuid(), 'deposit', $1, 'release', 1, 'x', r.id, r.payer_name, r.payer_bank, r.payer_account_sealed, r.payer_account_tail, 'x', r.recorded_at
         FROM receipt r WHERE r.subject_id = $1 LIMIT 1`,
        [id],
      ),
    );
    expect(constraintOf(await forged.catch((error: unknown) => error))).toBe('deposit_forfeited');
    await finance().post(`/deposits/${id}/claims`, {
      ...{
        amount: (heldFen / 100).toFixed(2),
        reason: '赔偿转出方重新挂牌的损失',
        payeeName: '殷巷镇李家桥村经济合作社',
      },
      ...{ payeeBank: '演练银行', payeeAccount: '999900002222' },
    });
    const { disbursements } = await depositOf('cooperative');
    const at = `/deposits/${id}/disbursements/${disbursements.at(-1)!.id}`;
    await director().post(`${at}/approval`);
    await finance().post(`${at}/payment`, slip('BK2026000001'));
    expect(await depositOf('cooperative')).toMatchObject({ state: 'paid_out', heldFen: 0 });
  });

  it('while the next by his bid follows, and the lot has failed where he backs out as well', async () => {
    const { given } = auctions;
    await auctions.turn();
    const follows = await auctions.rights.see(lotId);
    expect(follows).toMatchObject({ state: 'agreed' });
    expect(await given.stranger.get(`/auctions/${auctionId}`)).toMatchObject({ state: 'sold', priceFen: 90_000 });
    await given.as('reviewer').post(`/transfers/${follows.deal!.id}/rejection`, why);
    await given.pass(1);
    expect(await auctions.rights.see(lotId)).toMatchObject({ state: 'failed', endedCode: 'all_defaulted' });
    expect(await given.stranger.get(`/auctions/${auctionId}`)).toMatchObject({
      state: 'failed',
      endedCode: 'defaulted',
    });
  });
});
