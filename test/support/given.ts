import { NoticesService } from '#notices';
import { AccountsService, Database, type Swept, Sweeper } from '#platform';
import { type Answer, ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { TransferStory, type TransferRequest } from '../../apps/exchange/src/training/transfer-story.js';
import { Desks } from '../../apps/exchange/src/training/desks.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { parcelsFor } from '../../apps/exchange/src/training/made-up-wishes.js';
import { TestExchange } from './exchange.js';
import { type Clerk, type Wanted, hire } from './people.js';

/** The story's village: 李家桥村 in 殷巷镇. */
export const village = '370126101226';

/** The path of a case, act by act; `given` walks it as far as a test needs. */
const path = [
  'draft',
  'submitted',
  'town_review',
  'survey',
  'county_review',
  'on_notice',
  'signing',
  'filing',
  'deposit',
  'recording',
  'certifying',
  'certified',
] as const;
export type GivenState = (typeof path)[number];

type Plot = Pick<TransferRequest, 'villageCode' | 'parcels'>;

let seeds = 100;

/** People and cases of a test: everything through the API, so that no test can build an impossible record. */
export class Given {
  readonly desks: Desks;

  /** Somebody who has not signed in. */
  readonly stranger: ApiClient;

  constructor(readonly exchange: TestExchange) {
    this.desks = new Desks(exchange.app);
    this.stranger = new ApiClient(exchange.app, null);
  }

  /** The same on an exchange of its own, opened at a moment. */
  static async open(moment?: string, settings?: Record<string, string>): Promise<Given> {
    return new Given(await TestExchange.open(moment, settings));
  }

  close(): Promise<void> {
    return this.exchange.close();
  }

  /** Somebody of the training county at work: `given.as('101-clerk').post(…)`. */
  as(login: string): ApiClient {
    return this.desks.of(login);
  }

  /** Somebody with posts that nobody in the training county holds. */
  async hire(login: string, wanted: Wanted): Promise<ApiClient> {
    const hired: Record<string, Clerk> = await hire(this.exchange, { [login]: wanted });
    return hired[login]!.client;
  }

  /** Somebody's account speaks for a party to a case from now on: its transferee, or its first transferor. */
  async speaksFor(login: string, { id }: TransferStory, side: 'transferee' | 'transferor'): Promise<ApiClient> {
    const { database, app } = this.exchange;
    const [found] = await database.ask<{ account: string; transferee: string; transferor: string }>(
      `SELECT (SELECT id FROM account WHERE login = $2) AS account, t.transferee_id AS transferee, tp.grantor_id AS transferor
       FROM transfer t JOIN transfer_parcel tp ON tp.transfer_id = t.id WHERE t.id = $1 ORDER BY tp.seq LIMIT 1`,
      [id, login],
    );
    if (!found) throw new Error(`There is no case ${id}.`);
    await database.transaction((tx) => app.get(AccountsService).tieToParty(tx, found.account, found[side]));
    return this.as(login);
  }

  /** A page as a browser gets it. */
  async page(url: string, who = this.stranger): Promise<Answer> {
    return this.exchange.app.inject({ url, headers: { accept: 'text/html', ...(await who.headers()) } });
  }

  /** Free parcels of a village, whole, until an area is reached; the last one cut. */
  async land(area: string, code = village): Promise<TransferRequest['parcels']> {
    return parcelsFor(await this.free(code), area);
  }

  /** Free parcels of the story's town, each larger than so many mu. */
  async plots(count: number, over = 0): Promise<Plot[]> {
    const free = (await this.free(`${village.slice(0, 9)}%`)).filter((each) => Number(each.area) > over);
    if (free.length < count) throw new Error(`The training county has ${free.length} free parcels left.`);
    return free
      .slice(0, count)
      .map(({ code: parcel, office }) => ({ villageCode: office, parcels: [{ code: parcel }] }));
  }

  private free(code: string): Promise<{ code: string; area: string; office: string }[]> {
    return this.exchange.database.ask(
      `SELECT p.code, p.contract_mu AS area, p.office_code AS office FROM parcel p JOIN contract c ON c.id = p.contract_id
       WHERE p.office_code LIKE $1 AND c.ends_on > '2040-01-01' AND p.basic_farmland
         AND NOT EXISTS (SELECT 1 FROM right_portion r WHERE r.parcel_id = p.id AND r.status IN ('reserved', 'active'))
         AND NOT EXISTS (SELECT 1 FROM transfer_parcel t WHERE t.parcel_id = p.id)
       ORDER BY p.code`,
      [code],
    );
  }

  async wish(changes: Partial<TransferRequest> = {}): Promise<TransferRequest> {
    const [body] = await this.exchange.database.ask<{ name: string; code: string; head: string }>(
      `SELECT name, credit_code AS code, legal_representative AS head FROM body WHERE kind = 'cooperative' ORDER BY credit_code LIMIT 1`,
    );
    if (!body) throw new Error('The training county has no cooperative.');
    return {
      villageCode: changes.villageCode ?? village,
      parcels: changes.parcels ?? (await this.land('4.00', changes.villageCode ?? village)),
      transferee: { kind: 'cooperative', name: body.name, number: body.code, legalRepresentative: body.head },
      term: { start: '2026-11-10', end: '2032-11-09' },
      priceYuan: '900',
      purpose: 'grain',
      crops: '小麦、玉米轮作',
      ...changes,
    };
  }

  async story(changes: Partial<TransferRequest> = {}): Promise<TransferStory> {
    seeds += 10;
    const wish = await this.wish(changes);
    return new TransferStory(
      this.desks,
      this.exchange.app.get(Database),
      this.exchange.clock,
      wish,
      await scan('signed paper'),
      seeds,
    );
  }

  /** A case that has come as far as a state, on the working days it takes. */
  async transfer(wanted: { state: GivenState } & Partial<TransferRequest>): Promise<TransferStory> {
    const { state, ...changes } = wanted;
    const story = await this.story(changes);
    await this.go(story, state);
    return story;
  }

  /** The notice of a case, approved and proven at all three venues in this very hour. */
  async runningNotice(changes: Partial<TransferRequest> = {}): Promise<GivenNotice> {
    const story = await this.transfer({ ...changes, state: 'on_notice' });
    await story.proveScreens();
    await story.proveBoard();
    return noticeOf(story);
  }

  /** Takes a case on to a state; `first` is the first one it has not come to yet. */
  async go(story: TransferStory, last: GivenState, first: GivenState = 'draft'): Promise<void> {
    for (const name of path.slice(path.indexOf(first), path.indexOf(last) + 1)) await this.reach(story, name);
  }

  /** Working days pass, and the clock does what time alone does. */
  async pass(workingDays: number, time = '09:30'): Promise<void> {
    await this.exchange.passWorkingDays(workingDays, time);
    await this.sweep();
  }

  /** The clock stands at a day, and has done what time alone does. */
  async on(date: string, time = '09:00'): Promise<Swept> {
    this.exchange.setDay(date, time);
    return this.sweep();
  }

  sweep(): Promise<Swept> {
    return this.exchange.app.get(Sweeper).sweep();
  }

  /** The rules that keep a notice from being clear at this moment. */
  async hinders(noticeId: string): Promise<string[]> {
    const { database, clock, app } = this.exchange;
    const notices = app.get(NoticesService);
    const notice = await notices.get(database.reader, noticeId);
    const { blockers } = await notices.clearance(database.reader, notice, clock.now());
    return blockers.map((each) => each.rule);
  }

  private async reach(story: TransferStory, state: GivenState): Promise<void> {
    if (state === 'draft') return story.draft().then(() => story.consents());
    if (state === 'submitted') return story.submit();
    if (state === 'town_review') return story.accept();
    if (state === 'survey') return story.endorse();
    if (state === 'county_review') return story.survey().then(() => story.submitToCounty());
    if (state === 'on_notice') return story.review().then(() => story.approve());
    if (state === 'signing')
      return story
        .proveScreens()
        .then(() => story.proveBoard())
        .then(() => this.pass(8));
    if (state === 'filing') return story.scan().then(() => story.sign());
    if (state === 'deposit') return story.file();
    if (state === 'recording') return story.pay();
    if (state === 'certifying') return story.record();
    return story.certify();
  }
}

/** A public notice and the case that it belongs to. */
export interface GivenNotice {
  id: string;
  story: TransferStory;
}

/** The newest notice of a case that has come so far. */
export async function noticeOf(story: TransferStory): Promise<GivenNotice> {
  return { id: (await story.view()).noticeId ?? '', story };
}

/** The venues of a notice that still lack their proof. */
export const missingOf = ({ venues }: { venues: { kind: string; provenAt: string | null }[] }): string[] =>
  venues.flatMap(({ kind, provenAt }) => (provenAt === null ? [kind] : []));

/** Sends what must be refused, and gives the refusal. */
export async function refusal(work: Promise<unknown>): Promise<{ status: number; type: string; text: string }> {
  try {
    await work;
  } catch (error) {
    const { status, body } = error as {
      status: number;
      body: {
        type?: string;
        title?: string;
        detail?: string;
        blockers?: { text: string }[];
        errors?: { detail: string }[];
      };
    };
    if (typeof status !== 'number') throw error;
    const said = [
      body.title,
      body.detail,
      ...(body.blockers ?? []).map((each) => each.text),
      ...(body.errors ?? []).map((each) => each.detail),
    ];
    return { status, type: (body.type ?? '').replace('/problems/', ''), text: said.join('；') };
  }
  throw new Error('It was not refused.');
}
