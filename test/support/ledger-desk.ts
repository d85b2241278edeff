import { DepositDisbursements, DepositReader, DepositReceipts, type DepositRequest, DepositsService } from '#deposits';
import { type Actor, day, fen, formatYuan, mu, term } from '#kernel';
import { type Act, Acts, Files, type Received, type Tx } from '#platform';
import type { TransferStory, TransferRequest } from '../../apps/exchange/src/training/transfer-story.js';
import { Given } from './given.js';
import { scanOf } from './made-up-files.js';
import { type Clerk, hire } from './people.js';

const town = '370126101000';
/** Twelve mu at a price that makes one year's rent 108,000 yuan, and the deposit 32,400. */
const area = '12.00';
const priceYuan = '9000';

type Work = (act: Act, facts: Awaited<ReturnType<DepositReader['locked']>>) => Promise<void>;

/** Cases signed on 23 September 2026, each to be filed on the day on which a test asks for its deposit. */
async function signedCases(
  given: Given,
  count: number,
  more: readonly Partial<TransferRequest>[],
): Promise<TransferStory[]> {
  const wishes: Partial<TransferRequest>[] = [...Array.from({ length: count }, () => ({})), ...more];
  const cases: TransferStory[] = [];
  for (const wish of wishes) {
    const parcels = await given.land(area, wish.villageCode);
    cases.push(await given.transfer({ state: 'on_notice', parcels, priceYuan, ...wish }));
  }
  for (const one of cases) await one.proveScreens().then(() => one.proveBoard());
  await given.on('2026-09-23');
  for (const one of cases) await one.scan().then(() => one.sign());
  return cases;
}

/** A finance desk with its people and a scan in hand: asks for deposits of real cases and books slips. */
export async function ledgerDesk(
  count: number,
  more: (given: Given) => Promise<Partial<TransferRequest>[]> = async () => [],
) {
  const given = await Given.open('2026-09-10T09:00:00+08:00');
  const { exchange } = given;
  const waiting = await signedCases(given, count, await more(given));
  const special = waiting.splice(count);
  const stories = new Map<string, TransferStory>();
  const payer = (await given.wish()).transferee.name;
  const staff: Record<'finance' | 'director', Clerk> = await hire(exchange, {
    finance: ['town_finance', town],
    director: ['county_director', '370126000000'],
  });
  const content = Buffer.from(await scanOf('slip').arrayBuffer());
  const scan: Received = await exchange.app.get(Files).receive({ fileName: 'slip.pdf', content }, 20);
  let made = 0;
  const act = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => exchange.database.transaction(work);
  const now = () => exchange.clock.now();
  const number = (): string => `GH${(made += 1).toString().padStart(8, '0')}`;
  const yuanOf = (amount: number): string => formatYuan(fen(amount));
  /** Files a case, by default the next one that waits, and answers the id of the deposit that is asked for. */
  const open = async (next: TransferStory | undefined = waiting.pop()): Promise<string> => {
    const story = next ?? (await given.transfer({ state: 'filing', parcels: await given.land(area), priceYuan }));
    await story.file();
    const id = (await story.view()).depositId ?? '';
    stories.set(id, story);
    return id;
  };
  const slip = (amount: number, slipNumber = number()) => ({
    slipNumber,
    amount: yuanOf(amount),
    payerName: payer,
    payerBank: '演练银行',
    payerAccount: '999900001111',
    paidOn: exchange.today,
  });
  /** Does one of the acts of the finance desk on a deposit, or on an disbursement of it. */
  const does = (who: Actor, id: string, disbursement: string | undefined, work: Work): Promise<void> =>
    exchange.app.get(Acts).begin(who, async (made) => {
      const facts = await exchange.app
        .get(DepositReader)
        .locked(made, id, disbursement === undefined ? {} : { disbursement });
      await work(made, facts);
    });
  const disbursements = () => exchange.app.get(DepositDisbursements);
  const pay = (id: string, amount: number, slipNumber?: string, teller = staff.finance.actor): Promise<void> =>
    does(teller, id, undefined, (made, facts) =>
      exchange.app.get(DepositReceipts).pay(made, facts, { ...slip(amount, slipNumber), scan }),
    );
  const askBack = (id: string, amount: number): Promise<void> =>
    does(staff.finance.actor, id, undefined, (made, facts) =>
      disbursements().release(made, facts, { amount: yuanOf(amount), reason: '测试退还' }),
    );
  const approve = (id: string, disbursement: string): Promise<void> =>
    does(staff.director.actor, id, disbursement, (made, facts) => disbursements().approve(made, facts));
  const refuse = (id: string, disbursement: string): Promise<void> =>
    does(staff.director.actor, id, disbursement, (made, facts) =>
      disbursements().refuse(made, facts, { reason: '测试不批' }),
    );
  const payOut = (id: string, disbursement: string, slipNumber = number()): Promise<void> =>
    does(staff.finance.actor, id, disbursement, (made, facts) =>
      disbursements().payOut(made, facts, { slipNumber, paidOn: exchange.today, scan }),
    );
  const storyOf = (id: string): TransferStory => stories.get(id)!;
  /** The transfer is over, so that its deposit may go back: a lease that runs is handed back, another contract is rescinded. */
  const over = async (id: string): Promise<void> => {
    const story = storyOf(id);
    if ((await story.view()).stateName === 'in_force') return story.terminate().then(() => story.returnLand());
    await story.rescind();
  };
  /** A deposit of a signed case that goes back in two parts: a schedule that no transfer asks for yet. */
  const inParts = async (story: TransferStory): Promise<string> => {
    type About = Pick<DepositRequest, 'caseNumber' | 'place' | 'officeCode' | 'rulesDay' | 'payerPartyId'>;
    const [about] = await exchange.database.ask<About & Record<string, unknown>>(
      `SELECT number AS "caseNumber", place, office_code AS "officeCode", rules_day AS "rulesDay", transferee_id AS "payerPartyId"
       FROM transfer WHERE id = $1`,
      [story.id],
    );
    const asked = {
      ...{ ...about!, subject: 'transfer', subjectId: story.id },
      ...{ payerName: payer, transfereeKind: 'cooperative' as const },
      ...{ annualRentFen: fen(10_000_001), areaMu: mu('12'), term: term(day('2026-11-10'), day('2032-11-09')) },
      tranches: [
        { label: '按时开工', share: 2 },
        { label: '按时完工', share: 1 },
      ],
    };
    const request = (made: Act) => exchange.app.get(DepositsService).request(made, asked);
    return (await exchange.app.get(Acts).begin(staff.finance.actor, request)).id;
  };
  const balances = async (id: string) =>
    (
      await exchange.database.ask<{ held: number; owed: number; bank: number }>(
        `SELECT coalesce(-sum(balance_fen) FILTER (WHERE kind = 'held'), 0)::bigint AS held, coalesce(-sum(balance_fen) FILTER (WHERE kind = 'payable'), 0)::bigint AS owed,
         (SELECT coalesce(sum(amount_fen), 0)::bigint FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id JOIN ledger_transaction t ON t.id = e.transaction_id
          WHERE a.kind = 'bank' AND t.subject_id = $1) AS bank
       FROM ledger_account WHERE subject_id = $1`,
        [id],
      )
    )[0];
  return {
    ...{ given, exchange, staff, payer, special, act, now, number, open, storyOf, slip },
    ...{ pay, askBack, approve, refuse, payOut, over, inParts, balances },
  };
}
