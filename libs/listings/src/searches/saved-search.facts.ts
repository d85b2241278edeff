import type { SavedSearch } from './saved-search.entity.js';

/** A search as its acts know it. */
export interface SearchFacts {
  record: SavedSearch;
}
