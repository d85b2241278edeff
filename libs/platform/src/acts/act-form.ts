import type { Blocker, Post } from '#kernel';

/** What the address of an act answers to a program that asks before it does it: one type for every act. */
export interface ActForm {
  /** The key of the act. */
  action: string;
  /** The kind of record, and which. */
  subject: string;
  /** Null where the act is about no single record. */
  id: string | null;
  /** The revision these answers were given for; goes into If-Match. */
  revision: number;
  /** Where it is done, by POST. */
  href: string;
  /** The posts that may do it. */
  posts: readonly Post[];
  /** What stands in its way now; empty where it can be done. */
  blockers: readonly Blocker[];
  /** The schema of its input in the document, or null where nothing is asked. */
  input: { $ref: string } | null;
  /** The codes that this record offers for a field, where its schema cannot name them. */
  choices: Readonly<Record<string, readonly string[]>>;
  /** What has been filled in so far, by the names of the input's fields. */
  values: Readonly<Record<string, unknown>>;
}
