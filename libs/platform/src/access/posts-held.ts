import { randomUUID } from 'node:crypto';
import { type Day, type HeldPost, type Post, isDivisionCode, levelOf, posts } from '#kernel';
import { accessFaults, accessProblems } from './access.problems.js';
import type { Tx } from '../transaction.js';

/** Refuses a post in an office of another level. */
export function checkLevel(held: HeldPost): void {
  const { level, label } = posts[held.post];
  if (isDivisionCode(held.officeCode) && levelOf(held.officeCode) === level) return;
  throw accessProblems.wrongLevel({ detail: accessFaults.otherLevel(label) });
}

/** Who keeps the house, who watches, and who decides rights and money: never one person (等保三级“管理用户权限分离”). */
const sides: readonly (readonly Post[])[] = [
  ['county_administrator'],
  ['supervisor'],
  ['county_reviewer', 'county_certifier', 'county_director', 'town_finance'],
];

/** Refuses posts that watch each other in one hand; the database refuses them too. */
export function checkApart(all: readonly HeldPost[]): void {
  const held = sides.filter((side) => all.some(({ post }) => side.includes(post)));
  if (held.length < 2) return;
  const labels = all
    .filter(({ post }) => held.some((side) => side.includes(post)))
    .map(({ post }) => posts[post].label);
  throw accessProblems.postsApart({ detail: accessFaults.apart([...new Set(labels)]) });
}

/** The posts that a person holds on a day. */
export async function heldBy(tx: Tx, accountId: string, on: Day): Promise<HeldPost[]> {
  return tx.query(
    `SELECT post, office_code AS "officeCode" FROM post_held WHERE account_id = $1 AND coalesce(valid_to, 'infinity') > $2`,
    [accountId, on],
  );
}

/** Appoints a person to a post from a day on. */
export async function insertPost(tx: Tx, accountId: string, held: HeldPost, from: Day): Promise<void> {
  await tx.query('INSERT INTO post_held (id, account_id, post, office_code, valid_from) VALUES ($1, $2, $3, $4, $5)', [
    randomUUID(),
    accountId,
    held.post,
    held.officeCode,
    from,
  ]);
}
