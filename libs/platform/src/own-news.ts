import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';

/** A line on the page where a party begins its day: where it leads, and how much is new there. */
export interface NewsLine {
  href: string;
  label: string;
  fresh: number;
}

type Source = (me: Actor) => Promise<NewsLine>;

/** What libs tell a party on its own page, which stands below them: each registers its line when its module starts. */
@Injectable()
export class OwnNews {
  private readonly sources: Source[] = [];

  register(source: Source): void {
    this.sources.push(source);
  }

  of(me: Actor): Promise<NewsLine[]> {
    return Promise.all(this.sources.map((source) => source(me)));
  }
}
