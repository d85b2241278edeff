import { Injectable } from '@nestjs/common';
import { type Actor, type Post, posts } from '#kernel';
import { type Asked, type Download, Lists, type Shown, everybody } from '#platform';
import { type AccountListed, accountList } from './account.list.js';
import { standingTones } from './account.view.js';
import { accountStandings } from './account.words.js';
import { OfficesService, type PlaceNames } from './offices.service.js';

/** The administrator's list of accounts: a page of it, and as a workbook. */
@Injectable()
export class AccountLists {
  constructor(
    private readonly lists: Lists,
    private readonly offices: OfficesService,
  ) {}

  async show(asked: Asked, me: Actor): Promise<Shown> {
    return this.lists.show(accountList, asked, everybody, seen, async (rows) => {
      const [office, names] = [await this.offices.choicesFor(me, asked.filters['office']), await this.offices.names()];
      return {
        options: { office },
        rows: rows.map((row) => ({
          ...row,
          postsText: said(row.posts, names),
          stateTag: { label: accountStandings[row.standing], tone: standingTones[row.standing] },
        })),
      };
    });
  }

  async sheet(asked: Asked): Promise<Download> {
    const names = await this.offices.names();
    return this.lists.sheet(accountList, asked, everybody, (rows) =>
      rows.map((row) => ({ ...row, posts: said(seen(row).posts, names) })),
    );
  }
}

interface Held {
  readonly post: Post;
  readonly officeCode: string;
}

function seen({ held, ...row }: AccountListed) {
  const each = held.map((pair): Held => {
    const [post, officeCode = ''] = pair.split(' ');
    return { post: post as Post, officeCode };
  });
  return { ...row, posts: each };
}

function said(held: readonly Held[], names: PlaceNames): string {
  return held.map(({ post, officeCode }) => `${names.place(officeCode)} ${posts[post].label}`).join('、');
}
