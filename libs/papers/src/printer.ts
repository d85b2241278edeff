import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PrintJob } from './draw-paper.js';
import { loadDrawing } from './load-drawing.js';
import { LetterTemplates } from './letters/letter-templates.js';

interface Waiting {
  readonly done: (bytes: Buffer) => void;
  readonly failed: (error: Error) => void;
}

/** What the worker answers; the number is the job's. */
export interface Printed {
  readonly number: number;
  readonly bytes?: Uint8Array;
  readonly fault?: string;
}

export function templateFolder(): string {
  return resolve(process.cwd(), 'templates/papers');
}

/**
 * Draws papers in a thread of their own, so that the server answers others meanwhile. The thread starts with the first
 * paper; run from TypeScript sources (in tests) it draws in place, since a thread cannot load them.
 */
@Injectable()
export class Printer implements OnModuleDestroy {
  private readonly templates = new LetterTemplates(templateFolder());
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | null = null;
  private jobs = 0;

  async draw(job: PrintJob): Promise<Buffer> {
    if (import.meta.url.endsWith('.ts')) {
      const { drawPaper } = await loadDrawing();
      return drawPaper(job, this.templates);
    }
    const number = ++this.jobs;
    return new Promise<Buffer>((done, failed) => {
      this.waiting.set(number, { done, failed });
      this.thread().postMessage({ number, job });
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.terminate();
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(new URL('./printer.worker.js', import.meta.url), { workerData: templateFolder() });
    worker.unref();
    worker.on('message', (answer: Printed) => this.settle(answer));
    worker.on('error', (error) => this.giveUp(error));
    worker.on('exit', () => this.giveUp(new Error('The printing thread ended.')));
    this.worker = worker;
    return worker;
  }

  private settle(answer: Printed): void {
    const job = this.waiting.get(answer.number);
    this.waiting.delete(answer.number);
    if (answer.bytes) job?.done(Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength));
    else job?.failed(new Error(answer.fault ?? 'The paper could not be drawn.'));
  }

  /** A thread that died takes its jobs with it; the next paper starts a new one. */
  private giveUp(error: Error): void {
    this.worker = null;
    const jobs = [...this.waiting.values()];
    this.waiting.clear();
    for (const job of jobs) job.failed(error);
  }
}
