import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, addMinutes, at, dayOf, timeOf } from '#kernel';
import type { Act } from '../act.js';
import type { Elsewhere } from '../acts/act-table.js';
import { Acts } from '../acts/acts.service.js';
import { Sweeper } from '../clock/sweeper.js';
import { ParameterStore } from '../parameter-store.js';
import type { RotationInput } from './signing-key.input.js';
import { signingKeyProblems } from './signing-key.problems.js';
import { forgetSecrets } from './signing-keys.queries.js';
import { SigningKeys } from './signing-keys.service.js';

/** A secret outlives its successor's first signature by so many minutes. */
const restMinutes = 60;

/** Changes the key that signs: every so many days by itself, at once by the administrator's word. */
@Injectable()
export class SigningKeyRotation implements OnModuleInit {
  constructor(
    private readonly keys: SigningKeys,
    private readonly acts: Acts,
    private readonly parameters: ParameterStore,
    private readonly sweeper: Sweeper,
  ) {}

  onModuleInit(): void {
    this.sweeper.every({ name: 'signing keys', everyMinutes: restMinutes, run: (now) => this.keep(now) });
  }

  /** @throws Problem `signing-key-changed` where a new one has just been made */
  async rotate(act: Act, _none: object, { reason }: RotationInput): Promise<Elsewhere> {
    const last = (await this.keys.all()).at(-1);
    const coming = last !== undefined && last.signsFrom > act.now;
    if (coming || !(await this.keys.next(act, last?.number ?? 0, 'ordered', reason)))
      throw signingKeyProblems.changed();
    return { id: '', view: null };
  }

  private async keep(now: Date): Promise<void> {
    const { signingKeyDays } = await this.parameters.on(dayOf(now));
    const last = (await this.keys.all()).at(-1);
    if (!last) return;
    const due = at(addDays(dayOf(last.signsFrom), signingKeyDays), timeOf(last.signsFrom));
    await this.acts.byClock(async (act) => {
      if (due <= now) await this.keys.next(act, last.number, 'scheduled', null);
      await forgetSecrets(act.tx, addMinutes(now, -restMinutes));
    });
  }
}
