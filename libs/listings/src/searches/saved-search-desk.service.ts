import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '#kernel';
import { Vault } from '#parties';
import { type Act, type Asked, type Elsewhere, ParameterStore, newToken, readQuery, tokenHash } from '#platform';
import { wrong } from '../listing.problems.js';
import { queryOf } from '../listing-lists.service.js';
import { listingList } from '../listing.list.js';
import { SavedSearch } from './saved-search.entity.js';
import type { SavedSearchInput } from './saved-search.input.js';
import type { SearchFacts } from './saved-search.facts.js';
import { searchFaults, searchProblems } from './saved-search.problems.js';

/** 关注条件：what somebody looks for again and again is kept for him alone. */
@Injectable()
export class SavedSearchDesk {
  constructor(
    private readonly parameters: ParameterStore,
    private readonly vault: Vault,
  ) {}

  /** The account is locked, so of several that are kept at once none passes the bound. */
  async save(act: Act, _none: object, { name, query }: SavedSearchInput): Promise<Elsewhere> {
    const { accountId } = act.actor;
    if (accountId === null) throw searchProblems.nobody();
    const asked = askedIn(query);
    const { savedSearchesMost } = await this.parameters.at(act.tx, act.today);
    await act.tx.query('SELECT 1 FROM account WHERE id = $1 FOR UPDATE', [accountId]);
    const many = await act.tx.countBy(SavedSearch, { accountId });
    if (many >= savedSearchesMost) throw searchProblems.tooMany({ detail: searchFaults.tooMany(savedSearchesMost) });
    const times = { seenAt: act.now, createdAt: act.now };
    const record = { id: randomUUID(), accountId, revision: 1, name, query: queryOf(asked), ...times };
    await act.tx.insert(SavedSearch, { ...record, feedHash: null, feedSealed: null });
    await this.note(act, record);
    return { id: record.id };
  }

  async look(act: Act, { record }: SearchFacts): Promise<void> {
    await this.change(act, record, { seenAt: act.now });
  }

  async openFeed(act: Act, { record }: SearchFacts): Promise<void> {
    const token = newToken();
    await this.change(act, record, { feedHash: tokenHash(token), feedSealed: this.vault.seal('feed', token) });
  }

  async closeFeed(act: Act, { record }: SearchFacts): Promise<void> {
    await this.change(act, record, { feedHash: null, feedSealed: null });
  }

  /** What somebody looked for is nobody's business once he does not (个人信息保护法第四十七条). */
  async remove(act: Act, { record }: SearchFacts): Promise<Elsewhere> {
    await act.tx.query('DELETE FROM saved_search WHERE id = $1', [record.id]);
    await this.note(act, record);
    return { id: '', view: null };
  }

  private async change(act: Act, record: SavedSearch, changes: Partial<SavedSearch>): Promise<void> {
    await act.tx.update(SavedSearch, { id: record.id }, { ...changes, revision: record.revision + 1 });
    await this.note(act, record);
  }

  private async note(act: Act, { id }: Pick<SavedSearch, 'id'>): Promise<void> {
    await act.note('saved_search', { id, officeCode: act.officeCode });
  }
}

/** What an address asks of the list; whatever is wrong with it, it came in one field. */
function askedIn(query: string): Asked {
  try {
    return readQuery(listingList, Object.fromEntries(new URLSearchParams(query)));
  } catch (error) {
    throw error instanceof Problem ? wrong(searchFaults.query()) : error;
  }
}
