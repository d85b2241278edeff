import { Injectable } from '@nestjs/common';
import { type Actor, type Post, posts } from '#kernel';
import { type Asked, type Download, Lists, type Shown, WallClock, everybody } from '#platform';
import { type AccountListed, accountList } from './account.list.js';
import { type StartListed, startList, waitingAt } from './account-start.list.js';
import { standingTones } from './account.view.js';
import { accountStandings, startKinds } from './account.words.js';
import { OfficesService, type PlaceNames } from './offices.service.js';

/** The administrator's list of accounts, and the second person's of those to be started: a page of each, and as a workbook. */
@Injectable()
export class AccountLists {
  constructor(
    private readonly lists: Lists,
    private readonly offices: OfficesService,
    private readonly wall: WallClock,
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

  /** Accounts that wait for the second person. */
  starts(asked: Asked, me: Actor): Promise<Shown> {
    return this.lists.show(startList, asked, waitingAt(this.wall.now()), startSeen(me), async (rows) => {
      const names = await this.offices.names();
      return {
        rows: rows.map((row) => ({ ...row, what: startKinds[row.kind], postsText: said(row.posts, names) })),
      };
    });
  }

  async startsSheet(asked: Asked): Promise<Download> {
    const names = await this.offices.names();
    return this.lists.sheet(startList, asked, waitingAt(this.wall.now()), (rows) =>
      rows.map((row) => ({ ...row, posts: said(heldOf(row.held), names) })),
    );
  }
}

/** Who asked and whose account it is do not decide it; programs are told by `own`. */
const startSeen =
  (me: Actor) =>
  ({ held, ...row }: StartListed) => ({
    ...row,
    posts: heldOf(held),
    own: [row.askedById, row.accountId].includes(me.accountId ?? ''),
  });

interface Held {
  readonly post: Post;
  readonly officeCode: string;
}

const seen = ({ held, ...row }: AccountListed) => ({ ...row, posts: heldOf(held) });

const heldOf = (pairs: readonly string[]): Held[] =>
  pairs.map((pair) => {
    const [post, officeCode = ''] = pair.split(' ');
    return { post: post as Post, officeCode };
  });

function said(held: readonly Held[], names: PlaceNames): string {
  return held.map(({ post, officeCode }) => `${names.place(officeCode)} ${posts[post].label}`).join('、');
}
