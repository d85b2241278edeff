import { type DivisionCode, covers, isDivisionCode, prefixOf } from './division-code.js';
import type { Actor, Post } from './post.js';

/** Beginnings of the office codes that a member of staff answers for, none within another; nobody else answers for any. */
export function scopesOf(actor: Actor): string[] {
  if (actor.kind !== 'staff') return [];
  // A post in no office answers for none: an empty beginning would be everywhere.
  const scopes = actor.posts.flatMap(({ officeCode }) => (isDivisionCode(officeCode) ? [prefixOf(officeCode)] : []));
  return [...new Set(scopes)].filter((scope) => !scopes.some((other) => other !== scope && scope.startsWith(other)));
}

/** Whether somebody holds one of the posts in an office that answers for the place; any post, if none is named. */
export function reaches(actor: Actor, officeCode: string | null, ...wanted: Post[]): boolean {
  return (
    officeCode !== null &&
    actor.kind === 'staff' &&
    actor.posts.some(
      (held) =>
        (wanted.length === 0 || wanted.includes(held.post)) &&
        isDivisionCode(held.officeCode) &&
        covers(held.officeCode, officeCode as DivisionCode),
    )
  );
}
