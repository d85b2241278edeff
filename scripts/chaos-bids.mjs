/**
 * One auction under kills: real clients bid and look over two servers, and keep what they asked and heard with its times. Whoever is cut
 * off asks again with the same key until he is answered.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { ask } from './chaos-servers.mjs';

/** A free bidding of so many milliseconds, and the window in which a bid moves the end. */
export const hour = { lengthMs: 3500, windowSeconds: 2 };
/** How near to the end a server is killed, and how often it is tried; milliseconds. */
const [near, approaches] = [100, 3];

const codes = /^urn:|^.*\//;
const ms = (moment) => Date.parse(moment);

export class Round {
  history = [];
  known = { topFen: null, topNumber: null, endsAt: 0, seq: 0 };
  bidding = true;
  looking = true;
  faults = [];
  gapMs = 0;
  repeated = 0;

  constructor(servers, lots, { auction, logins, roll, nth }) {
    Object.assign(this, { servers, lots, auction, logins, roll, nth, answeredAt: performance.now() });
  }

  /** Sets its hour: it begins now. Afterwards everything is done by the servers alone. */
  async announce() {
    const { servers, auction } = this;
    const starts = new Date(servers.now() + 300);
    const ends = new Date(starts.getTime() + hour.lengthMs);
    // The owner sets short windows where the county's shortest is half a minute; nobody has bid yet.
    await servers.client.query('BEGIN');
    await servers.write('ALTER TABLE auction_book DISABLE TRIGGER USER');
    await servers.write(
      `UPDATE auction_book SET starts_at = $2, ends_at = $3, rules = rules || jsonb_build_object('windowSeconds', $4::int) WHERE auction_id = $1`,
      [auction, starts, ends, hour.windowSeconds],
    );
    await servers.write('ALTER TABLE auction_book ENABLE TRIGGER USER');
    await servers.write('UPDATE auction SET starts_at = $2, free_until = $3, due_at = $2 WHERE id = $1', [
      auction,
      starts,
      ends,
    ]);
    await servers.client.query('COMMIT');
    const [book] = await servers.rows('SELECT rules FROM auction_book WHERE auction_id = $1', [auction]);
    this.terms = { startFen: book.rules.startFen, stepFen: book.rules.stepFen, windowMs: hour.windowSeconds * 1000 };
    this.firstEnd = ends.getTime();
    this.known.endsAt = this.firstEnd;
    await wait(Math.max(0, starts.getTime() - servers.now()));
  }

  /** Told once, with what the servers said. */
  broke(fault) {
    if (!this.faults.includes(fault)) this.faults.push(fault, ...this.servers.log.slice(-1500).trim().split('\n'));
  }

  any = (from) => from[Math.floor(this.roll() * from.length)];

  /** Asks any server that stands until one answers. */
  async answered(order) {
    const { servers } = this;
    for (let tries = 0; ; tries += 1) {
      const server = this.any(servers.all.filter(servers.stands));
      const answer = server ? await ask(servers.base(server), server.agent, order).catch(() => null) : null;
      if (answer && answer.status < 500) {
        const now = performance.now();
        this.gapMs = Math.max(this.gapMs, now - this.answeredAt);
        this.answeredAt = now;
        return { ...answer, tries };
      }
      if (answer && answer.status !== 503)
        this.broke(`${order.url.replace(this.auction, ':id')} answers ${answer.status}`);
      if (tries > 1500) throw new Error(`${order.url} is not answered:\n${servers.log}`);
      await wait(20);
    }
  }

  /** A bid is asked for with its key until it is answered: then it is known whether it was taken, and as which number. */
  async bid(login, amountFen, key) {
    const calledAt = this.servers.now();
    const { tries, status, body } = await this.answered({
      ...{
        method: 'POST',
        url: `/api/auctions/${this.auction}/bids`,
        payload: { amountYuan: (amountFen / 100).toFixed(2) },
      },
      headers: { ...(await this.lots.as(login).headers()), 'idempotency-key': key, accept: 'application/json' },
    });
    const returnedAt = this.servers.now() + 1;
    if (tries > 0) this.repeated += 1;
    const said = JSON.parse(body);
    const seq = status === 201 ? said.seq : Number(/receipts\/(\d+)/.exec(body)?.[1]);
    if (!Number.isInteger(seq))
      return void this.faults.push(`a bid is answered ${status} without a number: ${body.slice(0, 300)}`);
    const reason = status === 201 ? null : said.type.replace(codes, '').replace(/^bid-/, '');
    if (status === 201)
      Object.assign(this.known, { topFen: said.topFen, topNumber: said.topNumber, endsAt: ms(said.endsAt) });
    else if (reason === 'below-top' || reason === 'equal-top')
      this.known.topFen = Math.max(this.known.topFen ?? 0, amountFen);
    this.history.push({ login, amountFen, seq, reason, said: status === 201 ? said : null, calledAt, returnedAt });
    return reason;
  }

  /** The page of the auction, as anybody gets it. */
  async look() {
    if (!this.page) return;
    const calledAt = this.servers.now();
    const { status, body } = await this.answered({
      url: `/api/auctions/${this.auction}`,
      headers: { accept: 'application/json' },
    });
    const returnedAt = this.servers.now() + 1;
    if (status !== 200) return void this.faults.push(`the page answers ${status}: ${body.slice(0, 300)}`);
    const seen = JSON.parse(body);
    Object.assign(this.known, {
      topFen: seen.topFen,
      topNumber: seen.topNumber,
      endsAt: ms(seen.endsAt),
      seq: seen.seq,
    });
    const answer = {
      seq: seen.seq,
      topFen: seen.topFen,
      topNumber: seen.topNumber === null ? null : String(seen.topNumber),
    };
    this.history.push({
      look: {
        ...answer,
        endsAt: ms(seen.endsAt),
        now: ms(seen.now),
        open: seen.phase === 'open',
      },
      calledAt,
      returnedAt,
    });
  }

  async hasPage() {
    const { status } = await this.answered({
      url: `/api/auctions/${this.auction}`,
      headers: { accept: 'application/json' },
    });
    this.page = status !== 404;
    return this.page;
  }

  amount() {
    const { startFen, stepFen } = this.terms;
    const chance = this.roll();
    const top = this.known.topFen ?? startFen - stepFen;
    if (chance < 0.08) return Math.max(startFen, top);
    if (chance < 0.12) return top + stepFen / 2;
    return Math.max(startFen, top + stepFen * (1 + Math.floor(this.roll() * 3)));
  }

  async bidder(login, nth) {
    for (let sent = 0; this.bidding; sent += 1) {
      await this.bid(login, this.amount(), `${this.nth}-${login}-${nth}-${sent}`);
      await wait(this.roll() * 30);
    }
  }

  async watcher() {
    while (this.looking) {
      await this.look();
      await wait(10 + this.roll() * 60);
    }
  }

  /** The end is ahead, and the rule of outages has not put it off. */
  isNear() {
    const left = this.known.endsAt - this.servers.now();
    return left > 100 && left < 30_000;
  }

  async killAndStart(server) {
    await this.servers.kill(server);
    await this.servers.start(server);
  }

  /** Just before the end some bid once more, and a server may be killed; each bid in time moves the end. */
  async approach(nth) {
    const { servers } = this;
    const end = this.known.endsAt;
    await wait(Math.max(0, end - servers.now() - 400));
    const sprint = Array.from({ length: 4 }, async (_, at) => {
      await wait(Math.max(0, end - servers.now() - 20 + this.roll() * 60 - (at === 0 ? 60 : 0)));
      await this.bid(this.any(this.logins), this.amount(), `${this.nth}-sprint-${nth}-${at}`);
    });
    const kill = this.roll() < 0.7;
    const victim = this.any(servers.all.filter(servers.stands));
    await wait(Math.max(0, end - servers.now() + (this.roll() * 2 - 1) * near));
    const started = kill && victim ? this.killAndStart(victim) : null;
    await Promise.all([...sprint, started]);
    await this.look();
  }

  /** From the first bid to the result. */
  async run() {
    const { servers } = this;
    await this.announce();
    const watchers = (await this.hasPage()) ? [this.watcher(), this.watcher()] : [];
    const bidders = this.logins.flatMap((login) => [this.bidder(login, 1), this.bidder(login, 2)]);
    const kills = async () => {
      for (let left = 1 + Math.floor(this.roll() * 2); left > 0; left -= 1) {
        await wait(this.roll() * 1200);
        const victim = this.any(servers.all.filter(servers.stands));
        if (victim) await this.killAndStart(victim);
      }
    };
    const killing = kills();
    await Promise.all([wait(hour.lengthMs - 1000), killing]);
    this.bidding = false;
    await Promise.all(bidders);
    for (let nth = 0; nth < approaches && this.isNear(); nth += 1) await this.approach(nth);
    await this.ended();
    await this.look();
    this.looking = false;
    await Promise.all(watchers);
  }

  /** Waits for the result; where the rule of outages gave five minutes more, the county's clock goes on by them. */
  async ended() {
    const { servers } = this;
    for (let tries = 0; tries < 400; tries += 1) {
      const [row] = await servers.rows(
        `SELECT a.state, b.ends_at AS "endsAt", b.seq FROM auction a JOIN auction_book b ON b.auction_id = a.id WHERE a.id = $1`,
        [this.auction],
      );
      if (row.state === 'sold' || row.state === 'failed' || row.state === 'drawing') return;
      const left = row.endsAt.getTime() - servers.now();
      if (left > 30_000) await servers.later(left - 1000);
      await wait(100);
    }
    this.broke('it did not close');
  }
}
