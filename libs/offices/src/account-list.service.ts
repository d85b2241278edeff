import { Injectable } from '@nestjs/common';
import { type Actor, type Post, posts } from '#kernel';
import { type Asked, type Download, Lists, type Shown, WallClock, everybody } from '#platform';
import { type AccountListed, accountList } from './account.list.js';
import { type StartListed, startList, waitingAt } from './account-start.list.js';
import type { Accounts, Starts } from './account.view.js';
import { OfficesService, type PlaceNames } from './offices.service.js';

/** The administrator's list of accounts, and the second person's of those to be started: a page of each, and as a workbook. */
@Injectable()
export class AccountLists {
  constructor(
    private readonly lists: Lists,
    private readonly offices: OfficesService,
    private readonly wall: WallClock,
  ) {}

  show(asked: Asked, me: Actor): Promise<Shown<Accounts>> {
    return this.lists.show(accountList, asked, everybody, this.seen(), async () => ({
      options: { office: await this.offices.choicesFor(me, asked.filters['office']) },
    }));
  }

  async sheet(asked: Asked): Promise<Download> {
    const seen = await this.seen();
    return this.lists.sheet(accountList, asked, everybody, (rows) =>
      rows.map(seen).map((row) => ({ ...row, posts: said(row.posts) })),
    );
  }

  /** Accounts that wait for the second person. */
  starts(asked: Asked, me: Actor): Promise<Shown<Starts>> {
    return this.lists.show(startList, asked, waitingAt(this.wall.now()), this.startSeen(me), () => ({}));
  }

  async startsSheet(asked: Asked): Promise<Download> {
    const names = await this.offices.names();
    return this.lists.sheet(startList, asked, waitingAt(this.wall.now()), (rows) =>
      rows.map((row) => ({ ...row, posts: said(heldOf(row.held, names)) })),
    );
  }

  private async seen() {
    const names = await this.offices.names();
    return ({ held, ...row }: AccountListed) => ({ ...row, posts: heldOf(held, names) });
  }

  /** Who asked and whose account it is do not decide it; programs are told by `own`. */
  private async startSeen(me: Actor) {
    const names = await this.offices.names();
    return ({ held, askedById, accountId, ...row }: StartListed) => ({
      ...row,
      posts: heldOf(held, names),
      own: [askedById, accountId].includes(me.accountId ?? ''),
    });
  }
}

interface Held {
  readonly post: Post;
  readonly officeCode: string;
  readonly place: string;
}

const heldOf = (pairs: readonly string[], names: PlaceNames): Held[] =>
  pairs.map((pair) => {
    const [post, officeCode = ''] = pair.split(' ');
    return { post: post as Post, officeCode, place: names.place(officeCode) };
  });

const said = (held: readonly Held[]): string =>
  held.map(({ post, place }) => `${place} ${posts[post].label}`).join('、');
