import { type Actor } from '#kernel';
import { type ActHead, type ActPath, type RecordForm, doneView, recordActs } from '#platform';
import { SavedSearchDesk } from './saved-search-desk.service.js';
import type { SearchFacts } from './saved-search.facts.js';
import { SavedSearchInput } from './saved-search.input.js';
import { searchView } from './saved-search.view.js';

const mine = { href: '/searches', label: '我关注的' };

/** How a search is kept. */
export const searchesActs = recordActs('searches', 'saved_search', {
  named: null,
  head: (): ActHead => ({ trail: mine, facts: [], back: { href: '/listings', label: '不关注了' } }),
  gives: searchView,
  helps: {
    save: {
      ...{ noun: '', by: SavedSearchDesk, asks: SavedSearchInput, label: '关注这个条件', press: '关注', form: carried },
      said: '关注了。有新挂牌，在“我的”里看得到。',
      when: (_none: object, me: Actor) => me.accountId !== null,
    },
  },
});

/** What its owner does with it. */
export const searchActs = recordActs('searches', 'saved_search', {
  gives: searchView,
  head: ({ record }: SearchFacts): ActHead => ({
    trail: mine,
    facts: [{ label: '条件', value: record.name, href: `/listings?${record.query}` }],
    back: mine,
  }),
  helps: {
    look: { noun: 'look', by: SavedSearchDesk, label: '看过了', said: '以后只说新挂的。' },
    'open-feed': {
      ...{ noun: 'feed', by: SavedSearchDesk, said: '订阅地址好了；以前的地址不能用了。' },
      label: ({ record }: SearchFacts) => (record.feedHash === null ? '要一个订阅地址' : '换一个订阅地址'),
      hint: '谁有地址谁就看得到，不要告诉别人。',
    },
    'close-feed': {
      ...{ noun: 'feed/closing', by: SavedSearchDesk, label: '收回订阅地址', said: '收回了。', tone: 'quiet' },
      when: ({ record }: SearchFacts) => record.feedHash !== null,
    },
    remove: {
      ...{ noun: 'removal', by: SavedSearchDesk, label: '不再关注', said: '删掉了。', tone: 'quiet', gives: doneView },
    },
  },
});

/** The filter that the list was asked when somebody wanted to keep it. */
function carried(_none: object, _me: Actor, { query }: ActPath): RecordForm {
  return query === undefined ? {} : { values: { query } };
}
