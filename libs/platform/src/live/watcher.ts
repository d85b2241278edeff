import type { ServerResponse } from 'node:http';

/** One open answer that events are written to. What it cannot take now waits in the topic, never here. */
export class Watcher {
  /** Number of the last event it has; null: it must be told how things stand. */
  has: number | null = null;
  /** It has not taken what was written before. */
  full = false;
  /** Beats that passed while it took nothing. */
  patience = 0;

  constructor(
    private readonly answer: ServerResponse,
    private readonly drained: (watcher: Watcher) => void,
  ) {}

  write(bytes: Buffer | string): void {
    if (this.answer.writableEnded || this.answer.destroyed) return;
    if (this.answer.write(bytes) || this.full) return;
    this.full = true;
    this.answer.once('drain', () => {
      this.full = false;
      this.patience = 0;
      this.drained(this);
    });
  }

  /** Ends the answer in order; the browser comes again after so many milliseconds. */
  end(comeBack: number): void {
    this.answer.end(`retry: ${comeBack}\n\n`);
  }

  /** Cuts one that takes nothing any more. */
  cut(): void {
    this.answer.destroy();
  }
}
