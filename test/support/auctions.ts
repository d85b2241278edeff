import { AuctionTicker } from '#auctions';
import { AuctionDue } from '../../libs/auctions/src/auction-due.service.js';
import { AuctionGround } from '../../libs/auctions/src/auction-ground.service.js';
import type { ApiClient, Answer } from '../../apps/exchange/src/training/api-client.js';
import { Given } from './given.js';
import type { Lot } from './lots.js';
import { GivenRights } from './rights.js';

/** A receipt as a program gets it, as far as tests look. */
export interface Receipt {
  seq: number;
  number: number | null;
  amountFen: number | null;
  outcome: string;
  reason: string | null;
  at: string;
  endsAt: string;
  topFen: number | null;
  topNumber: number | null;
}

/** A lot with several bidders, whose bidding is announced and begins when a test says so. */
export class GivenAuctions {
  private keys = 0;

  private constructor(
    readonly given: Given,
    readonly rights: GivenRights,
    private readonly homes: { code: string }[],
  ) {}

  static async open(settings?: Record<string, string>): Promise<GivenAuctions> {
    const given = await Given.open('2026-09-23T09:00:00+08:00', settings);
    const rights = await GivenRights.of(given);
    return new GivenAuctions(given, rights, await rights.households(6));
  }

  /** Lots that a test lists by itself. */
  static with(given: Given, rights: GivenRights): GivenAuctions {
    return new GivenAuctions(given, rights, []);
  }

  /** The code of a household that offers land next. */
  home(): string {
    return this.homes.shift()?.code ?? '';
  }

  get cooperative(): ApiClient {
    return this.given.as('cooperative');
  }

  get farmer(): ApiClient {
    return this.given.as('farmer');
  }

  /** Two are admitted, and the bidding is announced for the next working day at ten. Answers lot and auction. */
  async announced(more: object = {}, rules: object | null = null): Promise<{ lot: Lot; id: string }> {
    const term = { startsOn: '2027-01-01', endsOn: '2030-12-31' };
    const lot = await this.rights.listed({ household: this.home(), ...term, ...more });
    // What a village may say by an act of its own is written here, where it is not what is tried.
    if (rules) {
      const sql = `WITH u AS (UPDATE listing SET bidding = $2 WHERE id = $1) SELECT 1`;
      await this.given.exchange.database.transaction((tx) => tx.query(sql, [lot.id, JSON.stringify(rules)]));
    }
    await this.rights.wanted(lot.id, this.cooperative, '900');
    await this.rights.wanted(lot.id, this.farmer, '900');
    await this.given.pass(8);
    await this.rights.bidFor(lot.id);
    const [found] = await this.given.exchange.database.ask<{ id: string; startsAt: Date }>(
      'SELECT id, starts_at AS "startsAt" FROM auction WHERE listing_id = $1',
      [lot.id],
    );
    return { lot: await this.rights.see(lot.id), id: found?.id ?? '' };
  }

  /** The hour has come. */
  async begin(id: string): Promise<void> {
    const [found] = await this.given.exchange.database.ask<{ startsAt: Date }>(
      'SELECT starts_at AS "startsAt" FROM auction WHERE id = $1',
      [id],
    );
    if (found) this.given.exchange.clock.set(found.startsAt);
    await this.turn();
  }

  /** What the ticker of a server does five times a second. */
  async turn(): Promise<void> {
    // A test's clock jumps while the machine's goes on: that nobody watched meanwhile is no outage.
    await this.given.exchange.database.write('UPDATE bid_watch SET checked_until = clock_timestamp()');
    await this.tick();
  }

  /** The same, after whatever silence there was. */
  async tick(): Promise<void> {
    await this.given.exchange.app.get(AuctionTicker).turn();
  }

  /** What it does every five seconds: has the lot still its ground? */
  async look(): Promise<void> {
    await this.given.exchange.app.get(AuctionGround).look();
  }

  /** The end has come, and is closed before anybody looks at the lot's ground. */
  async ended(id: string): Promise<void> {
    const { clock, database, app } = this.given.exchange;
    const [found] = await database.ask<{ at: Date }>('SELECT ends_at AS at FROM auction_book WHERE auction_id = $1', [
      id,
    ]);
    if (found) clock.set(found.at);
    await database.write('UPDATE bid_watch SET checked_until = clock_timestamp()');
    const due = app.get(AuctionDue);
    if (found) await due.go({ id, state: 'running', startsAt: found.at, endsAt: found.at }, clock.now());
    await due.tell();
  }

  /** Minutes go by. */
  async later(minutes: number): Promise<void> {
    const { clock } = this.given.exchange;
    clock.set(new Date(clock.now().getTime() + minutes * 60_000));
    await this.turn();
  }

  /** A bid with a key of its own. */
  send(who: ApiClient, id: string, amountYuan: unknown, key = this.key(), kind = 'bids'): Promise<Answer> {
    return who.send(`/auctions/${id}/${kind}`, { amountYuan }, { 'idempotency-key': key });
  }

  async bid(who: ApiClient, id: string, amountYuan: string, kind = 'bids'): Promise<Receipt> {
    const answer = await this.send(who, id, amountYuan, this.key(), kind);
    if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`);
    return answer.json<Receipt>();
  }

  key(): string {
    this.keys += 1;
    return `bid-${this.keys}`;
  }
}
