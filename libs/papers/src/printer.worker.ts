import { parentPort, workerData } from 'node:worker_threads';
import { drawPaper } from './draw-paper.js';
import { LetterTemplates } from './letters/letter-templates.js';
import type { PaperKind, PaperViews } from './paper-kinds.js';
import type { Printed, PrintJob } from './printer.js';

const templates = new LetterTemplates(String(workerData));

parentPort?.on('message', ({ number, job }: { number: number; job: PrintJob }) => {
  const answer: Printed = (() => {
    try {
      const bytes = drawPaper(job.kind, job.view as PaperViews[PaperKind], job.frame, templates);
      return { number, bytes };
    } catch (error) {
      return { number, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  })();
  parentPort?.postMessage(answer);
});
