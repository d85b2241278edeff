import { posts } from './post.words.js';

export { posts };

/** Key of a post, as workflow rows name it. */
export type Post = keyof typeof posts;

/** Posts of those who work for an office. */
export const staffPosts = (Object.keys(posts) as Post[]).filter((post) =>
  ['village', 'town', 'county'].includes(posts[post].level),
);

/** One post held in one office; the office is a 12-digit division code. */
export interface HeldPost {
  post: Post;
  officeCode: string;
}

/** Who is acting: a member of staff, a party to cases, the clock, or nobody we know. */
export interface Actor {
  kind: 'staff' | 'party' | 'clock' | 'public';
  accountId: string | null;
  /** The key by which a program came in. */
  keyId?: string;
  name: string;
  posts: readonly HeldPost[];
  /** The party this account speaks for, if it is a party's account. */
  partyId: string | null;
  /** Set while a clerk acts for a person who stands at the counter; every act is then marked as assisted. */
  assisting: { sessionId: string; partyId: string; name: string; witness: string } | null;
}

/** The clock itself, as the actor of steps that time alone takes. */
export const clockActor: Actor = {
  kind: 'clock',
  accountId: null,
  name: posts.clock.label,
  posts: [{ post: 'clock', officeCode: '' }],
  partyId: null,
  assisting: null,
};

/** Somebody who has not signed in. */
export const publicActor: Actor = {
  kind: 'public',
  accountId: null,
  name: posts.public.label,
  posts: [{ post: 'public', officeCode: '' }],
  partyId: null,
  assisting: null,
};

/** Whether the actor holds one of these posts, wherever. */
export function holds(actor: Actor, ...wanted: Post[]): boolean {
  return actor.posts.some((held) => wanted.includes(held.post));
}

/** The party whose will an act expresses: the party that signed in, or the one a clerk is assisting. */
export function speaksFor(actor: Actor): string | null {
  return actor.assisting?.partyId ?? actor.partyId;
}
