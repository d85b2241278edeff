import { timingSafeEqual } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { FollowedLetters } from '#cases';
import { Database } from '#platform';
import { FollowedCase } from './followed-case.service.js';
import type { FollowInput } from './follow.input.js';

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

  blank(): object {
    return { title: '查我的案件', values: { number: '' }, found: null, letter: null, missing: false };
  }

  async find(input: FollowInput): Promise<object> {
    const rows = await this.database.rows<{ id: string; follow_code: string }>(
      'follow',
      'SELECT id, follow_code FROM transfer WHERE number = $1',
      [input.number.trim()],
    );
    const [row] = rows;
    const right = Buffer.from(row?.follow_code ?? '--------');
    const given = Buffer.from(input.code.trim().toUpperCase().padEnd(8).slice(0, 8));
    if (!row || given.length !== right.length || !timingSafeEqual(right, given)) {
      const letter = await this.letters.find(input.number, input.code);
      const told = letter && { ...letter.view, ...letter.page };
      if (told) return { ...this.blank(), title: '查我的来信', values: { number: input.number }, letter: told };
      await wait(guessMilliseconds);
      return { ...this.blank(), values: { number: input.number }, missing: true };
    }
    return {
      title: '查我的案件',
      values: { number: input.number },
      missing: false,
      letter: null,
      found: await this.cases.of(row.id),
    };
  }
}
