import { Injectable, type Type } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, Clock, Problem, dayOf } from '#kernel';
import type { Act } from '../act.js';
import { type Heard, refuseHeard } from '../fields/sound.js';
import { fieldsRepeated, filled } from '../fields/typed.js';
import type { FormField } from '../form-fields.js';
import { uploadNames } from '../uploads.js';
import { fieldsTwice, unknownField } from '../validation.js';
import { Acts } from './acts.service.js';
import { Scans, refuseFaults, scanFaults, withUploads } from './scans.service.js';

/** What the rules of an act have to say of what is sound of its input. */
export type Rules = (act: Act, sound: object) => Promise<readonly Heard[]>;

/** What was filled into the form of an act. */
@Injectable()
export class ActInputs {
  constructor(
    private readonly acts: Acts,
    private readonly scans: Scans,
    private readonly clock: Clock,
  ) {}

  /** The input with its files; refused with all that its class and the rules of the act have against it. */
  async read(asks: Type<object> | undefined, me: Actor, request: FastifyRequest, rules: Rules | null): Promise<object> {
    const body = (request.body ?? {}) as object;
    if (asks === undefined) {
      refuseFaults([...Object.keys(body), ...uploadNames(request)].map(unknownField));
      return {};
    }
    const twice = fieldsRepeated(asks, body);
    if (twice.length > 0) throw fieldsTwice(twice);
    const { value, sound, faults } = await filled(asks, body, dayOf(this.clock.now()));
    const all = [...faults, ...scanFaults(asks, request)];
    // What the rules look at is changed by nobody: this act ends with its refusal.
    if (all.length > 0 && rules)
      await this.acts.begin(me, async (act) =>
        refuseHeard(asks, [...all, ...(await spoken(rules(act, withUploads(asks, sound, request))))]),
      );
    refuseHeard(asks, all);
    const input = value ?? {};
    await this.scans.into(asks, input, request);
    return input;
  }

  /** Remembers what was picked, so that it is offered first the next time. */
  remember(act: Act, input: Type, filled: object): Promise<void> {
    return this.scans.remember(act, input, filled);
  }

  /** What a form offers of what can be found, before anybody looks. */
  offered(fields: readonly FormField[], values: object, me: Actor): Promise<Record<string, unknown>> {
    return this.scans.offered(fields, values, me);
  }
}

/** What a form names and is not there, or may not be done, is told once its fields are right. */
const spoken = (heard: Promise<readonly Heard[]>): Promise<readonly Heard[]> =>
  heard.catch((error: unknown) => {
    if (error instanceof Problem) return [];
    throw error;
  });
