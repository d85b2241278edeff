import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { addMinutes } from '#kernel';
import { WallClock } from './access/wall-clock.js';
import { Sweeper } from './clock/sweeper.js';
import { CONFIG, type Config } from './config.js';

/** What `Files` writes before a file has its name: the hash, and a word of that one upload. */
const halfWritten = /^[0-9a-f]{64}\.[0-9a-f-]{36}$/;
/** No upload takes so long; a younger one may be another server's that is being written. */
const restMinutes = 24 * 60;

/** Takes away what an upload left behind whose server was killed. */
@Injectable()
export class FileLeftovers implements OnModuleInit {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly wall: WallClock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.sweeper.every({ name: 'files half written', everyMinutes: restMinutes, run: () => this.sweep() });
  }

  private async sweep(): Promise<void> {
    const before = addMinutes(this.wall.now(), -restMinutes);
    for (const folder of await readdir(this.config.filesFolder).catch(none)) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      for (const name of await readdir(join(this.config.filesFolder, folder)).catch(none)) {
        const path = join(this.config.filesFolder, folder, name);
        const found = halfWritten.test(name) ? await stat(path).catch(() => null) : null;
        if (found && found.mtime < before) await rm(path, { force: true });
      }
    }
  }
}

const none = (): string[] => [];
