import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OwnNews } from '#platform';
import { SavedSearchPages } from './saved-search-pages.service.js';
import { freshSaid, searchesWord } from './saved-search.words.js';

/** Says on a party's own page what is new in what it looks for. */
@Injectable()
export class SavedSearchNews implements OnModuleInit {
  constructor(
    private readonly news: OwnNews,
    private readonly pages: SavedSearchPages,
  ) {}

  onModuleInit(): void {
    this.news.register(async (me) => {
      const fresh = await this.pages.fresh(me);
      return { href: '/searches', label: fresh === 0 ? searchesWord : freshSaid(fresh), fresh };
    });
  }
}
