import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { type Asked, type Download, type ListView, Lists, type Shown, ofOffice } from '#platform';
import { type PostingRow, postingList } from './posting.list.js';
import { titleFrame } from './posting.words.js';
import { dailyProvers } from './venue-kinds.js';

/** Boards to photograph at the station, screens to prove in the halls. */
@Injectable()
export class PostingLists {
  constructor(private readonly lists: Lists) {}

  show(asked: Asked, me: Actor): Promise<Shown<ListView<PostingRow>>> {
    return this.lists.show(postingList, asked, ofVenues(me), shortened, () => ({}));
  }

  sheet(asked: Asked, me: Actor): Promise<Download> {
    return this.lists.sheet(postingList, asked, ofVenues(me), (rows) => rows.map(shortened));
  }
}

/** The whole code of an office is that of its own venues, not of those below it. */
function ofVenues(me: Actor) {
  const own = me.posts.filter(({ post }) => dailyProvers.includes(post)).map(({ officeCode }) => officeCode);
  return ofOffice('q.office_code', ...new Set(own));
}

const shortened = (row: PostingRow): PostingRow => ({ ...row, title: row.title.replaceAll(titleFrame, '') });
