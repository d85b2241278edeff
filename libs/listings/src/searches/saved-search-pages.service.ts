import { Injectable } from '@nestjs/common';
import { type Actor, Clock, speaksFor } from '#kernel';
import { Vault } from '#parties';
import {
  type Act,
  type Asked,
  Database,
  type Download,
  type FormAct,
  Lists,
  type Reader,
  Shown,
  type Tx,
  everybody,
  offerOf,
  offersOf,
  readQuery,
  tokenHash,
} from '#platform';
import { ListingLists } from '../listing-lists.service.js';
import { listingList } from '../listing.list.js';
import { searchActs } from './saved-search.acts.js';
import { SavedSearch } from './saved-search.entity.js';
import type { SearchFacts } from './saved-search.facts.js';
import { searchProblems } from './saved-search.problems.js';
import type { OwnWish, SearchView, SearchesView } from './saved-search.view.js';

/** So many new lots are told of one search. */
const most = 20;

/** Searches, to whose they are; to whoever has the address, the feed of one. */
@Injectable()
export class SavedSearchPages {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly lots: ListingLists,
    private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  async locked({ tx, actor }: Act, id: string): Promise<SearchFacts> {
    return this.own(tx, id, actor, true);
  }

  async read(id: string, me: Actor): Promise<SearchFacts> {
    return this.own(this.database.reader, id, me, false);
  }

  async see(id: string, me: Actor): Promise<Shown<SearchView>> {
    const facts = await this.read(id, me);
    const acts = this.actsOf(facts, me);
    const view = await this.viewOf(facts.record, acts);
    return new Shown(view, { acts, searches: [view] });
  }

  async all(me: Actor): Promise<Shown<SearchesView>> {
    const records = await this.of(me);
    const searches = await Promise.all(records.map((record) => this.viewOf(record, this.actsOf({ record }, me))));
    const wishes = await this.database.ask<OwnWish>(
      `SELECT id, place, state, ends_on AS "endsOn" FROM wanted WHERE party_id = $1 ORDER BY created_at DESC LIMIT 20`,
      [speaksFor(me)],
    );
    return new Shown({ searches, wishes }, { writes: speaksFor(me) !== null });
  }

  /** How many lots are new in all of somebody's searches. */
  async fresh(me: Actor): Promise<number> {
    const records = await this.of(me);
    const found = await Promise.all(records.map((record) => this.freshOf(record)));
    return new Set(found.flatMap((rows) => rows.map(({ id }) => id))).size;
  }

  async feed(token: string): Promise<Download> {
    const record = await this.database.reader.findOneBy(SavedSearch, { feedHash: tokenHash(token) });
    if (!record) throw searchProblems.noFeed();
    return this.lots.feed(askedOf(record), `/searches/feed/${token}`);
  }

  private of(me: Actor): Promise<SavedSearch[]> {
    if (me.accountId === null) return Promise.resolve([]);
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    return this.database.reader.find(SavedSearch, { where: { accountId: me.accountId }, order });
  }

  private async own(reader: Reader | Tx, id: string, me: Actor, lock: boolean): Promise<SearchFacts> {
    const record = await reader.findOne(SavedSearch, {
      where: { id },
      ...(lock && { lock: { mode: 'pessimistic_write' as const } }),
    });
    if (!record || record.accountId !== me.accountId) throw searchProblems.notFound();
    return { record };
  }

  private async freshOf({ query, seenAt }: SavedSearch) {
    const asked = { ...askedOf({ query }), sort: 'newest' };
    const rows = await this.lists.first(listingList, asked, everybody, most + 1);
    return rows.filter(({ publishedAt }) => publishedAt > seenAt);
  }

  private actsOf(facts: SearchFacts, me: Actor): FormAct[] {
    return offersOf(searchActs, facts, [], me, this.clock.now());
  }

  private async viewOf(record: SavedSearch, acts: readonly FormAct[]): Promise<SearchView> {
    const { id, revision, name, seenAt, feedSealed } = record;
    const fresh = await this.freshOf(record);
    const token = feedSealed === null ? null : this.vault.open('feed', feedSealed);
    return {
      ...{ id, revision, name, seenAt, at: listingList.address(askedOf(record)), more: fresh.length > most },
      feed: token === null ? null : `/searches/feed/${token}`,
      fresh: fresh.slice(0, most).map((row) => ({
        ...{ id: row.id, place: row.place, thing: row.thing, areaMu: row.areaMu, priceFen: row.priceFen },
        ...{ priceUnit: row.priceUnit, publishedAt: row.publishedAt },
      })),
      acts: acts.map(offerOf),
    };
  }
}

const askedOf = ({ query }: Pick<SavedSearch, 'query'>): Asked =>
  readQuery(listingList, Object.fromEntries(new URLSearchParams(query)));
