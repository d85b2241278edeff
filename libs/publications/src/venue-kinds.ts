import { type Actor, type Post, reaches } from '#kernel';
import type { VenuePosting } from './venue-posting.entity.js';
import type { ProofKind, VenueKind } from './venue.words.js';

/** A place where a text is put up: who brings the proof, the first as his daily work, and what the proof is where all goes well. */
interface VenueRow {
  readonly provers: readonly Post[];
  readonly proof: ProofKind;
}

/** One row for each kind of venue. 谁的地方谁贴、谁拍：a screen that shows nothing of ours is photographed as a board is. */
export const venueTable: Readonly<Record<VenueKind, VenueRow>> = {
  village_board: { provers: ['village_clerk'], proof: 'photo' },
  screen_county: { provers: ['county_information', 'county_reviewer'], proof: 'showing' },
  screen_town: { provers: ['town_information', 'town_trade'], proof: 'showing' },
  website: { provers: [], proof: 'hash' },
};

const kinds = Object.keys(venueTable) as VenueKind[];

/** Everybody who brings a proof of some venue. */
export const provers: readonly Post[] = [...new Set(kinds.flatMap((kind) => venueTable[kind].provers))];

/** Those whose daily work it is. */
export const dailyProvers: readonly Post[] = kinds.flatMap((kind) => venueTable[kind].provers.slice(0, 1));

/** Venues whose proof is this person's daily work. */
export const venuesFor = (me: Actor): readonly VenueKind[] =>
  kinds.filter((kind) => me.posts.some(({ post }) => venueTable[kind].provers[0] === post));

/** Whether somebody brings the proof of this very venue. */
export function mayProve(me: Actor, { kind, officeCode }: Pick<VenuePosting, 'kind' | 'officeCode'>): boolean {
  const posts = venueTable[kind].provers;
  return posts.length > 0 && reaches(me, officeCode, ...posts);
}
