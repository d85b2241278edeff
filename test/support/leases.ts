import type { CaseStory } from '../../apps/exchange/src/training/case-story.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { day } from '#kernel';
import { AccountsService, Sweeper } from '#platform';
import { TestExchange } from './exchange.js';
import { Given } from './given.js';

/** A case as the API shows it. */
export interface CaseJson {
  id: string;
  number: string;
  followCode: string;
  stateName: string;
  renews: string;
  renewal: string;
  facts: { label: string; value: string; href: string }[];
  papers: { name: string; number: string }[];
  acts: { action: string; enabled: boolean; blockers: { rule: string; text: string }[] }[];
}

/** What a stranger is told of a certificate. */
export interface LeaseVerdict {
  state: string;
  stamp: string;
  heading: string;
  advice: string;
  next: { href: string; label: string } | null;
}

/** The desk's list of what ends soon and what is not handed back. */
export interface EndingJson {
  soon: { rows: { id: string; renewalState: string | null; depositState: string | null; reminded: boolean }[] };
  out: { rows: { id: string }[] };
}

/** Leases that have been certified, on a clock that the test moves through years. */
export class GivenLeases {
  private constructor(
    readonly exchange: TestExchange,
    readonly given: Given,
    readonly clerk: ApiClient,
  ) {}

  static async open(moment: string): Promise<GivenLeases> {
    const exchange = await TestExchange.open(moment);
    const given = new Given(exchange);
    return new GivenLeases(exchange, given, given.as('101-clerk'));
  }

  async certified(area: string, term: { start: string; end: string }): Promise<CaseStory> {
    return this.given.transfer({ state: 'certified', term, parcels: await this.given.land(area) });
  }

  /** The clock stands at a day, and has done what time alone does. */
  async on(date: string, time = '09:00'): Promise<void> {
    this.exchange.setDay(day(date), time);
    await this.exchange.app.get(Sweeper).sweep();
  }

  /** Somebody's account speaks for a party to a case from now on: its transferee, or its first transferor. */
  async speaksFor(login: string, story: CaseStory, side: 'transferee' | 'transferor'): Promise<ApiClient> {
    const [found] = await this.exchange.database.ask<{ account: string; transferee: string; transferor: string }>(
      `SELECT (SELECT id FROM account WHERE login = $2) AS account, t.transferee_id AS transferee, tp.grantor_id AS transferor
       FROM transfer t JOIN transfer_parcel tp ON tp.transfer_id = t.id WHERE t.id = $1 ORDER BY tp.seq LIMIT 1`,
      [story.id, login],
    );
    if (!found) throw new Error(`There is no case ${story.id}.`);
    const accounts = this.exchange.app.get(AccountsService);
    await this.exchange.database.transaction((tx) => accounts.tieToParty(tx, found.account, found[side]));
    return this.given.as(login);
  }

  seen(id: string, who = this.clerk): Promise<CaseJson> {
    return who.get(`/transfers/${id}`);
  }

  async lettersOf(story: CaseStory): Promise<string[]> {
    return (await this.seen(story.id)).papers.map((paper) => paper.name);
  }

  /** A stranger checks the newest certificate of a case. */
  async verify(story: CaseStory): Promise<LeaseVerdict> {
    const [row] = await this.exchange.database.ask<{ code: string }>(
      `SELECT p.code FROM certificate c JOIN paper p ON p.id = c.paper_id WHERE c.transfer_id = $1 ORDER BY c.issued_at DESC LIMIT 1`,
      [story.id],
    );
    return this.check(`/verify/${row?.code}`);
  }

  async check(href: string): Promise<LeaseVerdict> {
    return (await this.exchange.app.inject({ url: `/api${href}` })).json<{ verdict: LeaseVerdict }>().verdict;
  }
}

export const factOf = (view: CaseJson, label: string) => view.facts.find((each) => each.label === label);
