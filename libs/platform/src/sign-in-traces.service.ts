import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addMinutes } from '#kernel';
import { Sweeper } from './clock/sweeper.js';
import { Database } from './database.js';
import { WallClock } from './access/wall-clock.js';

const dayMinutes = 24 * 60;

/**
 * Forgets what signing in leaves behind. Apart from it, each statement alone and past what somebody is at: it waits for nobody,
 * so that nobody and it can wait for each other.
 */
@Injectable()
export class SignInTraces implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly wall: WallClock,
    private readonly sweeper: Sweeper,
  ) {}

  onModuleInit(): void {
    this.sweeper.every({ name: 'traces of signing in', everyMinutes: 60, run: (at) => this.forget(at) });
  }

  private async forget(at: Date): Promise<void> {
    const now = this.wall.now();
    await this.database.write(
      'DELETE FROM session WHERE id IN (SELECT id FROM session WHERE expires_at < $1 FOR UPDATE SKIP LOCKED)',
      [now],
    );
    await this.database.write(
      `DELETE FROM sign_in_failure WHERE (login_key, network) IN
         (SELECT login_key, network FROM sign_in_failure WHERE since < $1 FOR UPDATE SKIP LOCKED)`,
      [addMinutes(now, -2 * dayMinutes)],
    );
    // What was typed into a form that nobody came back to.
    await this.database.write(
      'DELETE FROM page_memory WHERE id IN (SELECT id FROM page_memory WHERE said_at < $1 FOR UPDATE SKIP LOCKED)',
      [addMinutes(at, -dayMinutes)],
    );
  }
}
