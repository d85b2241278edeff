import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';

/** A line on the page where a party begins its day: where it leads, and how much is new there. */
export interface NewsLine {
  href: string;
  label: string;
  fresh: number;
}

/** Null where there is nothing to tell. */
type Source = (me: Actor) => Promise<NewsLine | null>;

/** What libs tell a party on its own page, which stands below them: each registers its line when its module starts. */
@Injectable()
export class OwnNews {
  private readonly sources: Source[] = [];

  register(source: Source): void {
    this.sources.push(source);
  }

  async of(me: Actor): Promise<NewsLine[]> {
    const lines = await Promise.all(this.sources.map((source) => source(me)));
    return lines.filter((line) => line !== null);
  }
}
