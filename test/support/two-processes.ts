import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Acts } from '#platform';
import { type BiddingOpening, BiddingOpenings } from '#listings';
import { Desks } from '../../apps/exchange/src/training/desks.js';
import type { Answer } from '../../apps/exchange/src/training/api-client.js';
import { AuctionCourse } from '../../libs/auctions/src/auction-course.service.js';
import { AuctionFinder } from '../../libs/auctions/src/auction-finder.service.js';
import { Bidders } from '../../libs/auctions/src/bidders/bidders.service.js';
import type { Receipt } from '../../libs/auctions/src/bids/attempt.js';
import { BidProcesses } from '../../libs/auctions/src/bids/bid-processes.js';
import { Receipts } from '../../libs/auctions/src/bids/receipts.service.js';
import { AuctionClosing, type Closing } from '../../libs/auctions/src/closing/auction-closing.service.js';
import { ranks } from './auction-deeds.js';
import type { ModelRules } from './auction-model.js';
import { GivenAuctions } from './auctions.js';
import { TestExchange } from './exchange.js';

/** Who bids, by the number that the model knows him by; the last is not admitted. */
const logins: ReadonlyMap<number, string> = new Map<number, string>([
  ...Object.entries({ 1: 'cooperative', 2: 'bidder-2', 3: 'bidder-3', 7: 'farmer', 8: 'farmer-2', 9: 'bidder-9' }).map(
    ([number, login]) => [Number(number), login] as const,
  ),
  [99, 'bidder-99'],
]);
const priorities = ['', 'member', 'incumbent'];

/** Two processes of one exchange over one database, and auctions that begin when the test says so. */
export class TwoProcesses {
  private last: Promise<unknown> = Promise.resolve();
  /** As their tickers do. One whose connections were cut says it the next time. */
  private readonly beating = setInterval(() => {
    this.last = this.last.then(() => this.beat()).catch(() => undefined);
  }, 100);

  private constructor(
    readonly auctions: GivenAuctions,
    readonly exchanges: readonly [TestExchange, TestExchange],
    private readonly desks: readonly [Desks, Desks],
    private readonly opening: BiddingOpening,
    private readonly parties: ReadonlyMap<number, string>,
  ) {}

  static async open(): Promise<TwoProcesses> {
    const auctions = await GivenAuctions.open();
    const { exchange } = auctions.given;
    let opening: BiddingOpening | undefined;
    const nothing = async (): Promise<void> => undefined;
    exchange.app.get(BiddingOpenings).register({
      ...{ suspended: nothing, resumed: nothing, terminated: nothing, fell: async () => null },
      open: async (_act, asked) => void (opening ??= asked),
    });
    await auctions.announced();
    const parties = await bidders(exchange);
    const other = await TestExchange.over('', exchange.databaseUrl, exchange.clock.now().toISOString());
    return new TwoProcesses(
      auctions,
      [exchange, other],
      [auctions.given.desks, new Desks(other.app)],
      opening!,
      parties,
    );
  }

  async close(): Promise<void> {
    clearInterval(this.beating);
    await this.last;
    await this.exchanges[1].app.close();
    await this.auctions.given.close();
  }

  /** Both clocks. */
  on(moment: number): void {
    for (const { clock } of this.exchanges) clock.set(new Date(moment));
  }

  /** Another auction with these rules, a minute after now; each number of the model is dealt one of the exchange's. */
  async announced({ reserveFen, windowMs, ...rules }: ModelRules): Promise<Auctioned> {
    const [{ app, clock, database }] = this.exchanges;
    const listingId = randomUUID();
    await database.write(
      `INSERT INTO listing SELECT (jsonb_populate_record(l, jsonb_build_object('id', $2::text, 'number', $2::text))).* FROM listing l WHERE id = $1`,
      [this.opening.listing.id, listingId],
    );
    const startsAt = new Date(clock.now().getTime() + 60_000);
    const [one] = this.opening.admitted;
    const admitted = [...ranks].map(([number, rank]) => ({
      ...one!,
      ...{ partyId: this.parties.get(number)!, priority: rank === 0 ? null : priorities[rank] },
    }));
    await app.get(Acts).byClock((act) =>
      app.get(BiddingOpenings).open(act, {
        ...{ ...this.opening, startsAt, admitted: admitted as unknown as BiddingOpening['admitted'] },
        listing: { ...this.opening.listing, id: listingId, floorFen: reserveFen } as BiddingOpening['listing'],
        rules: {
          ...this.opening.rules,
          ...rules,
          windowSeconds: windowMs / 1000,
          freeMinutes: 120,
        } as BiddingOpening['rules'],
      }),
    );
    const [found] = await database.ask<{ id: string; startsAt: Date; endsAt: Date }>(
      `SELECT auction_id AS id, b.starts_at AS "startsAt", b.ends_at AS "endsAt" FROM auction_book b JOIN auction a ON a.id = b.auction_id WHERE a.listing_id = $1`,
      [listingId],
    );
    const numbers = new Map<number, number>();
    for (const number of ranks.keys()) {
      const dealt = await app.get(Bidders).numberOf(found!.id, this.parties.get(number)!);
      numbers.set(number, dealt!);
    }
    await database.write(`UPDATE auction SET state = 'running' WHERE id = $1`, [found!.id]);
    return { ...found!, startsAt: found!.startsAt.getTime(), endsAt: found!.endsAt.getTime(), listingId, numbers };
  }

  /** An attempt at one of the two, in the name of whoever has the number. */
  async send(
    nth: 0 | 1,
    { id }: Auctioned,
    asked: { kind: string; number: number; yuan: string; key: string },
  ): Promise<Answer> {
    const who = this.desks[nth].of(logins.get(asked.number)!);
    const kinds: Record<string, string> = { bid: 'bids', maximum: 'maxima', withdrawal: 'withdrawals' };
    return who.send(
      `/auctions/${id}/${kinds[asked.kind]}`,
      asked.kind === 'withdrawal' ? {} : { amountYuan: asked.yuan },
      {
        'idempotency-key': asked.key,
      },
    );
  }

  /** Every line after a number, with what is sealed in it. */
  async lines({ id }: Auctioned, after: number): Promise<Receipt[]> {
    const [{ app, database }] = this.exchanges;
    return app.get(Receipts).after(database.reader, id, after, 1000);
  }

  /** What the exchange itself does, at one of the two. */
  async course(nth: 0 | 1, { id }: Auctioned, what: 'suspend' | 'resume' | 'makeUp'): Promise<void> {
    const { app } = this.exchanges[nth];
    await app.get(Acts).byClock(async (act) => {
      const facts = await app.get(AuctionFinder).locked(act, id);
      const course = app.get(AuctionCourse);
      if (what === 'suspend') await course.suspend(act, facts, '有人举报，等核实');
      else await course[what](act, facts);
    });
  }

  /** Both try to close it at once, after each has said up to when it has decided. */
  async closed({ id }: Auctioned): Promise<Closing[]> {
    await this.beat();
    return Promise.all(this.exchanges.map(({ app }) => app.get(AuctionClosing).close(id)));
  }

  /** Whatever is being done in the database breaks off in the middle. */
  async cut(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 2));
    await this.auctions.given.exchange.database.ask(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`,
    );
  }

  async beat(): Promise<void> {
    for (const { app } of this.exchanges) {
      await app.get(BidProcesses).ready();
      await app.get(BidProcesses).beat();
    }
  }

  app(nth: 0 | 1): NestFastifyApplication {
    return this.exchanges[nth].app;
  }
}

/** An auction with the exchange's numbers by the model's. */
export interface Auctioned {
  id: string;
  listingId: string;
  startsAt: number;
  endsAt: number;
  numbers: ReadonlyMap<number, number>;
}

/** Accounts beside those of the training: copies of one that is there, each for somebody of the register. */
async function bidders({ database }: TestExchange): Promise<Map<number, string>> {
  const free = await database.ask<{ id: string }>(
    `SELECT h.representative_id AS id FROM household h JOIN party p ON p.id = h.representative_id WHERE p.account_id IS NULL
     ORDER BY h.contractor_code LIMIT 10`,
  );
  for (const login of logins.values()) {
    if (!login.startsWith('bidder')) continue;
    const party = free.shift()!.id;
    const columns = 'kind, name, password_hash, password_changed_at, must_change, made_at, training_role';
    const account = randomUUID();
    await database.write(
      `INSERT INTO account (id, login, party_id, ${columns}) SELECT $1, $2, $3, ${columns} FROM account WHERE login = 'farmer'`,
      [account, login, party],
    );
    await database.write('UPDATE party SET account_id = $2 WHERE id = $1', [party, account]);
  }
  const rows = await database.ask<{ login: string; party: string }>(
    'SELECT login, party_id AS party FROM account WHERE party_id IS NOT NULL',
  );
  const known = new Map(rows.map(({ login, party }) => [login, party]));
  return new Map([...logins].map(([number, login]) => [number, known.get(login) ?? '']));
}
