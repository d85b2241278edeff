import { type Clock, addDays, dayOf } from '#kernel';
import type { Database } from '#platform';
import type { ApiClient } from './api-client.js';
import type { Desks } from './desks.js';
import { offerConsents } from './consent-story.js';
import { landPhoto } from './made-up-files.js';
import type { LotWish } from './made-up-lots.js';
import type { RightWish } from './made-up-rights.js';
import { TransferStory } from './transfer-story.js';

/** What every story of a county has in common. */
export interface Scene {
  desks: Desks;
  database: Database;
  clock: Clock;
  /** The scan that stands for whatever is signed. */
  paper: File;
}

/** A bank slip as it is typed off; what is left out is as the deposit asks for. */
export interface BidSlip {
  slipNumber: string;
  paidOn: string;
  paidTime?: string;
  amount?: string;
  payerName?: string;
}

/** The bank slip of a bid deposit, typed off at the finance desk. */
export async function payBid(
  finance: ApiClient,
  database: Database,
  { interestId, paper, slip }: { interestId: string; paper: File; slip: BidSlip },
): Promise<void> {
  const [row] = await database.rows<{ id: string; amount: number; payer: string }>(
    'bid deposit of a story',
    `SELECT id, amount_fen::int AS amount, payer_name AS payer FROM deposit WHERE subject = 'interest' AND subject_id = $1`,
    [interestId],
  );
  await finance.post(`/deposits/${row?.id}/receipts`, {
    ...{ amount: ((row?.amount ?? 0) / 100).toFixed(2), payerName: row?.payer },
    ...{ payerBank: '演练农商行', payerAccount: '9000000000001111', scan: paper, ...slip },
  });
}

/** The town announces the bidding for a lot, on the first morning that it may begin. */
export async function openBidding(trade: ApiClient, listingId: string, clock: Clock): Promise<void> {
  const asked = `start=${dayOf(clock.now())}&workingDays=1`;
  const { lastDay } = await trade.get<{ lastDay: string }>(`/calendar/deadline?${asked}`);
  await trade.post(`/listings/${listingId}/bidding`, { startsOn: lastDay, startsTime: '10:00' });
}

/** One lot and its acts, each by the person whose post it is. Nothing is written but through the API. */
export class LotStory {
  id = '';

  constructor(
    private readonly scene: Scene,
    readonly wish: LotWish,
    private readonly seed: number,
  ) {}

  async enter(): Promise<void> {
    const { parcels, term, priceYuan, floorYuan, purpose, crops, conditions, fixtures, right } = this.wish;
    if (right) return this.enterRight(right);
    const at = await this.clerk.post('/listings', {
      ...{ parcels: parcels.map(({ code }) => code), startsOn: term.start, endsOn: term.end, priceYuan, floorYuan },
      ...{ purpose, crops, conditions, fixtures, payment: '一年一付，先付钱后种地', lease: '无', dispute: '无' },
    });
    this.id = at.replace('/listings/', '');
  }

  private async enterRight({ kind, holder, fields }: RightWish): Promise<void> {
    const { term, priceYuan, villageCode } = this.wish;
    const at = await this.clerk.post('/listings/rights', {
      ...{ kind, holder, village: villageCode, startsOn: term.start, ...(term.end && { endsOn: term.end }), priceYuan },
      ...{ payment: '一年一付，先付后用', lease: '无', dispute: '无', ...fields },
    });
    this.id = at.replace('/listings/', '');
  }

  /** The village's assembly has said yes to what is the collective's. */
  private async decide(): Promise<void> {
    const today = dayOf(this.scene.clock.now());
    await this.clerk.post(`/listings/${this.id}/decision`, {
      ...{ electorate: '60', attended: '52', inFavour: '43', opposed: '6', decidingBody: 'member_assembly' },
      ...{ calledOn: addDays(today, -21), decidedOn: addDays(today, -7), file: this.scene.paper, toOutsiders: 'yes' },
    });
  }

  gather = (): Promise<void> => this.take(this.clerk, 'gathering');
  consents = (except = 0): Promise<void> =>
    this.wish.right
      ? this.decide()
      : offerConsents(this.clerk, this.scene.database, { listingId: this.id, paper: this.scene.paper, except });
  photograph = (): Promise<string> => this.clerk.post(`/listings/${this.id}/photos`, { photos: landPhoto(this.seed) });
  submit = (): Promise<void> => this.take(this.clerk, 'submission');
  accept = (): Promise<void> => this.take(this.town('reviewer'), 'acceptance');
  approve = (): Promise<void> => this.take(this.scene.desks.of('reviewer'), 'approval');
  extend = (): Promise<void> => this.take(this.town('trade'), 'extension');
  openBidding = (): Promise<void> => openBidding(this.town('trade'), this.id, this.scene.clock);
  withdraw = (): Promise<void> => this.take(this.clerk, 'withdrawal', { reason: '两户商量以后自己种' });

  returned = (): Promise<void> =>
    this.take(this.town('reviewer'), 'return', { reason: '四至和登记簿对不上，核对以后再报', rule: '平台规则 牌-02' });

  suspend = (): Promise<void> =>
    this.take(this.scene.desks.of('director'), 'suspension', {
      reason: '有人对地界提出异议，正在核实',
      rule: '平台规则 止-01',
    });

  terminate = (): Promise<void> =>
    this.take(this.scene.desks.of('director'), 'termination', {
      reason: '地块列入征收范围，不再流转',
      rule: '平台规则 止-02',
    });

  /** The fallen lot once more, under a number of its own that is linked to the old one. */
  async relist(): Promise<void> {
    this.id = (await this.clerk.post(`/listings/${this.id}/relisting`)).replace('/listings/', '');
  }

  /** The training cooperative asks, and the town answers; the second time it puts right what it said. */
  async ask(question: string, ...answers: readonly string[]): Promise<void> {
    const at = await this.scene.desks.of('cooperative').post(`/listings/${this.id}/questions`, { question });
    for (const [index, answer] of answers.entries())
      await this.town('trade').post(`${at}/${index === 0 ? 'answer' : 'correction'}`, { answer });
  }

  /** Somebody looks for such land in its town, and the town shows it to everybody. */
  async seek(login: string, more: object = {}): Promise<void> {
    const { priceYuan, villageCode, purpose, right } = this.wish;
    const who = this.scene.desks.of(login);
    const at = await who.post('/wanted', {
      ...{ kind: right?.kind ?? 'contracted', town: villageCode.slice(0, 9), ...(right ? {} : { purpose }) },
      ...{ priceYuan: String(Number(priceYuan) + 50), remark: '价钱、交地的日子都可以商量', ...more },
    });
    await who.post(`${at}/submission`);
    await this.town('trade').post(`${at}/publication`);
  }

  /** The town enters the written wish of one of the takers, at the price or above it; answers the interest's id. */
  async register(taker = 0, more = 0): Promise<string> {
    const wish = {
      ...{ party: this.wish.takers[taker], offerYuan: String(Number(this.wish.priceYuan) + more) },
      ...{ ability: '种粮 6 年，有农机 8 台', credit: '无' },
    };
    return (await this.town('trade').post(`/listings/${this.id}/interests`, wish)).replace('/interests/', '');
  }

  /** One of the takers registers, pays and is found qualified. */
  async admit(taker = 0, more = 0): Promise<void> {
    const interestId = await this.register(taker, more);
    const { database, clock, paper } = this.scene;
    const slip = { slipNumber: `BZJ${this.seed}${taker}`, paidOn: dayOf(clock.now()) };
    await payBid(this.town('finance'), database, { interestId, paper, slip });
    await this.town('trade').post(`/interests/${interestId}/qualification`);
  }

  /** The deal, as the case that goes on from it. */
  async agree(): Promise<TransferStory> {
    const { desks, database, clock, paper } = this.scene;
    await this.take(desks.of('reviewer'), 'agreement');
    const { deal } = await desks.of('reviewer').get<{ deal: { id: string } }>(`/listings/${this.id}`);
    const story = new TransferStory(desks, database, clock, this.wish, paper, this.seed);
    story.id = deal.id;
    return story;
  }

  /** The village's own clerk, or the town's for a village without a station. */
  private get clerk(): ApiClient {
    const { station, villageCode } = this.wish;
    return station ? this.scene.desks.station(villageCode) : this.town('clerk');
  }

  private town(post: string): ApiClient {
    return this.scene.desks.town(this.wish.villageCode, post);
  }

  private async take(who: ApiClient, noun: string, asked: object = {}): Promise<void> {
    await who.post(`/listings/${this.id}/${noun}`, asked);
  }
}
