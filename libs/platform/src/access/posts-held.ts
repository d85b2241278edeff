import { randomUUID } from 'node:crypto';
import { type Day, type HeldPost, isDivisionCode, levelOf, posts } from '#kernel';
import type { Tx } from '../database.js';
import { accessProblems } from './access.problems.js';

/** Refuses a post in an office of another level. */
export function checkLevel(held: HeldPost): void {
  const { level, label } = posts[held.post];
  if (isDivisionCode(held.officeCode) && levelOf(held.officeCode) === level) return;
  throw accessProblems.wrongLevel({ detail: `“${label}”和这个单位的级别不合。` });
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
