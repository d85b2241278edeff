import { parentPort } from 'node:worker_threads';
import type { SheetRow } from './fault.js';
import type { SheetAnswer, SheetJob } from './sheet-file.js';
import { Unreadable, readSheet } from './sheet.js';

let rows: SheetRow[] = [];

parentPort?.on('message', (job: SheetJob) => void answer(job).then((found) => parentPort?.postMessage(found)));

async function answer(job: SheetJob): Promise<SheetAnswer | null> {
  if ('from' in job) return { rows: rows.slice(job.from, job.to), total: rows.length };
  try {
    rows = await readSheet(job.fileName, Buffer.from(job.content));
  } catch (error) {
    return error instanceof Unreadable ? { fault: error.message } : null;
  }
  return { rows: rows.slice(0, 20), total: rows.length };
}
