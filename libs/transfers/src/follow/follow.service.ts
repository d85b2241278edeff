import { timingSafeEqual } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { foldedCode } from '#kernel';
import { FollowedLetters } from '#cases';
import { Database, Shown, formOf } from '#platform';
import { FollowedCase } from './followed-case.service.js';
import { FollowInput } from './follow.input.js';
import type { Followed, FollowedCaseSeen } from './followed.view.js';

/** What a wrong number or code costs whoever guesses. */
const guessMilliseconds = 1500;

/** Following one's case without signing in, by the number and code of the receipt. No names, no terms of others. */
@Injectable()
export class FollowService {
  constructor(
    private readonly database: Database,
    private readonly letters: FollowedLetters,
    private readonly cases: FollowedCase,
  ) {}

  async find(input: FollowInput): Promise<Shown<Followed>> {
    const rows = await this.database.rows<{ id: string; follow_code: string }>(
      'follow',
      'SELECT id, follow_code FROM transfer WHERE number = $1',
      [foldedCode(input.number)],
    );
    const [row] = rows;
    const right = Buffer.from(row?.follow_code ?? '--------');
    const given = Buffer.from(foldedCode(input.code).padEnd(8).slice(0, 8));
    if (!row || given.length !== right.length || !timingSafeEqual(right, given)) {
      const letter = await this.letters.find(input.number, input.code);
      if (!letter) await wait(guessMilliseconds);
      return followed(input.number, { letter });
    }
    return followed(input.number, { found: await this.cases.of(row.id) });
  }
}

/** The page with nothing asked, or with what was found. */
export function followed(
  number = '',
  { found = null, letter = null }: { found?: Shown<FollowedCaseSeen> | null; letter?: Shown<Letter> | null } = {},
): Shown<Followed> {
  return new Shown(
    { case: found && found.view, letter: letter && letter.view },
    {
      fields: formOf(FollowInput),
      values: { number },
      missing: number !== '' && !found && !letter,
      found: found && { ...found.view, ...found.page },
      letter: letter && { ...letter.view, ...letter.page },
    },
  );
}

type Letter = NonNullable<Followed['letter']>;
