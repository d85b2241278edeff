import { type Post, posts, codes } from '#kernel';

/** The posts, each with what it is called. */
export const postWords = codes(
  'Post',
  Object.fromEntries(Object.entries(posts).map(([post, { label }]) => [post, label])) as Readonly<Record<Post, string>>,
);
