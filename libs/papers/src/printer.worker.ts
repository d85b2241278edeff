import { parentPort, workerData } from 'node:worker_threads';
import { type PrintJob, drawPaper } from './draw-paper.js';
import { LetterTemplates } from './letters/letter-templates.js';
import type { Printed } from './printer.js';

const templates = new LetterTemplates(String(workerData));

parentPort?.on('message', ({ number, job }: { number: number; job: PrintJob }) => {
  const answer: Printed = (() => {
    try {
      return { number, bytes: drawPaper(job, templates) };
    } catch (error) {
      return { number, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  })();
  parentPort?.postMessage(answer);
});
