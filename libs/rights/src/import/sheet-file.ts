import { Aside } from '#platform';
import { rightProblems } from '../right.problems.js';
import type { SheetRow } from './fault.js';
import { sheetFaults } from './import.problems.js';

/** What the thread is asked: to open a file, and then for some of its rows. */
export type SheetJob = { fileName: string; content: Uint8Array } | { from: number; to: number };
export type SheetAnswer = { fault: string } | { rows: SheetRow[]; total: number };

/** A register of a county is read within a minute, also on a small machine. */
const bounds = { seconds: 90, megabytes: 1024 };

/** A file of rows, opened in a thread that holds them, so that whoever asks has no more than a batch at a time. */
export class SheetFile {
  private constructor(
    private readonly thread: Aside<SheetJob, SheetAnswer>,
    /** The first rows, by which a table is known. */
    readonly first: readonly SheetRow[],
    readonly total: number,
  ) {}

  /** Opens a file for a piece of work, or refuses it; the thread ends with the work. */
  static async opened<Result>(
    fileName: string,
    content: Buffer,
    work: (file: SheetFile) => Promise<Result>,
  ): Promise<Result> {
    const thread = new Aside<SheetJob, SheetAnswer>('./sheet.worker.js', import.meta.url, bounds);
    try {
      const { rows, total } = told(await thread.ask({ fileName, content }));
      return await work(new SheetFile(thread, rows, total));
    } finally {
      await thread.end();
    }
  }

  async *batches(size: number): AsyncGenerator<SheetRow[]> {
    for (let from = 0; from < this.total; from += size)
      yield told(await this.thread.ask({ from, to: from + size })).rows;
  }
}

function told(answer: SheetAnswer | null): Exclude<SheetAnswer, { fault: string }> {
  if (answer === null) throw rightProblems.importUnreadable({ detail: sheetFaults.tooLarge });
  if ('fault' in answer) throw rightProblems.importUnreadable({ detail: answer.fault });
  return answer;
}
