import type { Actor } from '#kernel';

/** Beginnings of the office codes that a member of staff answers for. */
export function scopesOf(me: Actor): string[] {
  if (me.kind !== 'staff') return [];
  return [...new Set(me.posts.map((held) => held.officeCode.replace(/(000)+$/, '').padEnd(6, '0')))].filter(
    (scope) => scope !== '000000',
  );
}

export function sees(me: Actor, officeCode: string | null): boolean {
  return officeCode !== null && scopesOf(me).some((scope) => officeCode.startsWith(scope));
}
