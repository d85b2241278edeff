import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Problem } from '#kernel';
import { isAway } from './database-errors.js';
import { requestContext } from './request-context.js';

/**
 * Work that goes on behind the requests, each piece once at a time. Who owns it begins at every start what was left half done, and
 * asks `leaving` between two parts of a piece.
 */
export class Behind {
  leaving = false;
  private readonly working = new Map<string, Promise<void>>();
  private readonly log: Logger;

  constructor(
    private readonly name: string,
    private readonly work: (id: string) => Promise<void>,
    private readonly failed: (id: string) => Promise<unknown>,
  ) {
    this.log = new Logger(name);
  }

  begin(id: string): void {
    // What goes on behind the request is no part of it: its transactions are not the act's.
    const work = requestContext
      .exit(() => this.workOn(id))
      .catch((error: unknown) => this.fail(id, error))
      .catch((error: unknown) => this.log.error(`${this.name} ${id} could not be marked as failed: ${String(error)}`))
      .finally(() => this.working.delete(id));
    this.working.set(id, work);
  }

  /** Settles when a piece has nothing more to do; for those who wait, as tests and programs do. */
  async settled(id: string): Promise<void> {
    await this.working.get(id);
  }

  /** Ends after the parts at hand; the next start goes on. */
  async leave(): Promise<void> {
    this.leaving = true;
    await Promise.allSettled(this.working.values());
  }

  /** A database that is away for a while ends nothing: the piece begins again, and what was done already changes nothing. */
  private async workOn(id: string): Promise<void> {
    for (;;) {
      try {
        return await this.work(id);
      } catch (error) {
        const away = isAway(error) || (error instanceof Problem && error.status === 503);
        if (!away || this.leaving) throw error;
        this.log.warn(`${this.name} ${id} waits for the database`);
        await wait(1000, undefined, { ref: false });
      }
    }
  }

  private async fail(id: string, error: unknown): Promise<void> {
    this.log.error(`${this.name} ${id} ${error instanceof Error ? error.stack : 'thrown'}`);
    await this.failed(id);
  }
}
