import { Database, Sweeper } from '#platform';
import { CaseStory, type Wish } from '../../apps/exchange/src/training/case-story.js';
import { Desks } from '../../apps/exchange/src/training/desks.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { parcelsFor } from '../../apps/exchange/src/training/made-up-wishes.js';
import type { TestExchange } from './exchange.js';

/** The story's village: 李家桥村 in 殷巷镇. */
export const village = '370126101226';

/** The path of a case, act by act; `given` walks it as far as a test needs. */
const path = [
  'draft',
  'submitted',
  'town_review',
  'survey',
  'county_review',
  'noticed',
  'signing',
  'filing',
  'deposit',
  'recording',
  'certifying',
  'certified',
] as const;
export type GivenState = (typeof path)[number];

let seeds = 100;

/** Hands, desks and cases of a test: everything through the API, so that no test can build an impossible record. */
export class Given {
  readonly desks: Desks;

  constructor(private readonly exchange: TestExchange) {
    this.desks = new Desks(exchange.app);
  }

  /** Somebody of the training county at work: `given.as('101-clerk').post(…)`. */
  as(login: string): ApiClient {
    return this.desks.of(login);
  }

  /** Free parcels of a village, whole, until an area is reached; the last one cut. */
  async land(area: string, code = village): Promise<Wish['parcels']> {
    const rows = await this.exchange.database.ask<{ code: string; area: string }>(
      `SELECT p.code, p.contract_mu AS area FROM parcel p JOIN contract c ON c.id = p.contract_id
       WHERE p.office_code = $1 AND c.ends_on > '2040-01-01' AND p.basic_farmland
         AND NOT EXISTS (SELECT 1 FROM right_portion r WHERE r.parcel_id = p.id AND r.standing IN ('reserved', 'active'))
         AND NOT EXISTS (SELECT 1 FROM transfer_parcel t WHERE t.parcel_id = p.id)
       ORDER BY p.code`,
      [code],
    );
    return parcelsFor(rows, area);
  }

  async wish(changes: Partial<Wish> = {}): Promise<Wish> {
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

  async story(changes: Partial<Wish> = {}): Promise<CaseStory> {
    seeds += 10;
    const wish = await this.wish(changes);
    return new CaseStory(
      this.desks,
      this.exchange.app.get(Database),
      this.exchange.clock,
      wish,
      await scan('signed paper'),
      seeds,
    );
  }

  /** A case that has come as far as a state, on the working days it takes. */
  async transfer(wanted: { state: GivenState } & Partial<Wish>): Promise<CaseStory> {
    const { state, ...changes } = wanted;
    const story = await this.story(changes);
    await this.go(story, state);
    return story;
  }

  /** Takes a case on to a state; `first` is the first one it has not come to yet. */
  async go(story: CaseStory, last: GivenState, first: GivenState = 'draft'): Promise<void> {
    for (const name of path.slice(path.indexOf(first), path.indexOf(last) + 1)) await this.reach(story, name);
  }

  /** Working days pass, and the clock does what time alone does. */
  async pass(workingDays: number, time = '09:30'): Promise<void> {
    await this.exchange.passWorkingDays(workingDays, time);
    await this.exchange.app.get(Sweeper).sweep();
  }

  private async reach(story: CaseStory, state: GivenState): Promise<void> {
    if (state === 'draft') return story.draft().then(() => story.consents());
    if (state === 'submitted') return story.submit();
    if (state === 'town_review') return story.accept();
    if (state === 'survey') return story.endorse();
    if (state === 'county_review') return story.survey().then(() => story.push());
    if (state === 'noticed') return story.review().then(() => story.approve());
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
