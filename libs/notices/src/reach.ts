import { type Actor, type DivisionCode, type Post, covers } from '#kernel';

/** Whether somebody holds one of the posts in an office that answers for the place; any post, if none is named. */
export function reaches(actor: Actor, officeCode: string, ...wanted: Post[]): boolean {
  return (
    actor.kind === 'staff' &&
    actor.posts.some(
      (held) =>
        (wanted.length === 0 || wanted.includes(held.post)) &&
        covers(held.officeCode as DivisionCode, officeCode as DivisionCode),
    )
  );
}
