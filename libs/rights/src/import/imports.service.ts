import { createHash } from 'node:crypto';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { In, type QueryDeepPartialEntity } from 'typeorm';
import { type Actor, Clock } from '#kernel';
import { Vault } from '#parties';
import { type Act, Acts, Behind, Database, type Elsewhere, type Upload, after } from '#platform';
import { ParcelOverlaps } from '../parcel-overlaps.service.js';
import { rightProblems } from '../right.problems.js';
import { KeptShapes, TriedShapes } from './file-overlaps.js';
import {
  ImportRun,
  type BatchResult,
  type Quarantined,
  batchSize,
  firstLines,
  kindOf,
  neededColumns,
} from './import-run.js';
import { RegisterImport } from './import.entity.js';
import { sheetFaults } from './import.problems.js';
import { type ImportJson, importOf } from './import.view.js';
import { importNotes } from './import.words.js';
import { QuarantinedRow } from './quarantined-row.entity.js';
import { SheetFile } from './sheet-file.js';

const none = { rowsDone: 0, added: 0, changed: 0, unchanged: 0, legacy: 0, bad: 0, held: 0, overlapping: 0 };

/** A file as its act knows it. */
export interface ImportFacts {
  record: RegisterImport;
}

/** Files on their way into the register: tried first, then taken in, in the background and in batches. */
@Injectable()
export class ImportsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly behind = new Behind(
    'import',
    (id) => this.work(id),
    (id) => this.end(id, { status: 'failed', finishedAt: this.clock.now() }),
  );

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly overlaps: ParcelOverlaps,
  ) {}

  /** What a crash left half done is done again: the same rows change nothing. */
  async onApplicationBootstrap(): Promise<void> {
    const left = await this.database.reader.find(RegisterImport, { where: { status: In(['checking', 'running']) } });
    for (const each of left) this.behind.begin(each.id);
  }

  /** Ends after the batch at hand; the next start goes on. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.behind.leave();
  }

  /** Takes an uploaded file and begins its dry run. */
  async lodge(upload: Upload, actor: Actor): Promise<RegisterImport> {
    const { first, total } = await SheetFile.opened(upload.fileName, upload.content, (file) => Promise.resolve(file));
    const kind = kindOf(first);
    if (!kind) throw rightProblems.importUnreadable({ detail: sheetFaults.unknownTable(columnsSaid()) });
    const made = await this.acts.begin(actor, async (act) => {
      const job = act.tx.create(RegisterImport, {
        kind,
        fileName: upload.fileName.slice(-120),
        sha256: createHash('sha256').update(upload.content).digest('hex'),
        contentSealed: this.vault.sealFile(upload.content),
        status: 'checking',
        rowsTotal: total,
        firstRows: firstLines(first),
        ...none,
        startedBy: actor.accountId,
        startedByName: actor.name,
        startedAt: act.now,
        finishedAt: null,
      });
      await act.tx.insert(RegisterImport, job);
      await note(act, job, 'import-lodge', importNotes.lodged);
      return job;
    });
    this.behind.begin(made.id);
    return made;
  }

  /** Takes in what the dry run found good. */
  async run(act: Act, { record }: ImportFacts): Promise<Elsewhere> {
    if (record.status !== 'checked') throw rightProblems.importNotReady();
    const { id } = record;
    await act.keep(RegisterImport, id, { status: 'running', ...none });
    await note(act, record, 'import-run', importNotes.run);
    after(act.tx, () => this.behind.begin(id));
    return { id, view: importOf(Object.assign(record, { status: 'running', ...none }), null) };
  }

  async locked({ tx }: Act, id: string): Promise<ImportFacts> {
    const record = await tx.findOne(RegisterImport, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!record) throw rightProblems.importNotFound();
    return { record };
  }

  async read(id: string): Promise<ImportFacts> {
    return { record: await this.get(id) };
  }

  async see(id: string): Promise<ImportJson> {
    return importOf(await this.get(id), null);
  }

  async get(id: string): Promise<RegisterImport> {
    const found = await this.database.reader.findOne(RegisterImport, { where: { id } });
    if (!found) throw rightProblems.importNotFound();
    return found;
  }

  /** Whether the very same file was taken in before. */
  async earlier(job: RegisterImport): Promise<RegisterImport | null> {
    const same = await this.database.reader.find(RegisterImport, {
      where: { sha256: job.sha256, status: 'done' },
      take: 2,
    });
    return same.find((each) => each.id !== job.id) ?? null;
  }

  /** Everything of a file that did not come in, for its author to mend. */
  async quarantine(id: string, most: number): Promise<QuarantinedRow[]> {
    return this.database.ask(
      `SELECT id, row_number AS "rowNumber", field, reason, shown, came_in AS "cameIn" FROM quarantined_row WHERE import_id = $1 ORDER BY id LIMIT $2`,
      [id, most],
    );
  }

  /** Settles when the job has nothing more to do; for those who wait, as tests and programs do. */
  async settled(id: string): Promise<void> {
    await this.behind.settled(id);
  }

  private async work(id: string): Promise<void> {
    const job = await this.get(id);
    if (!job.contentSealed) throw rightProblems.importNotReady();
    const finished = await SheetFile.opened(job.fileName, this.vault.openFile(job.contentSealed), (file) =>
      this.take(job, file),
    );
    if (!finished) return;
    const end =
      job.status === 'checking'
        ? { status: 'checked' as const }
        : { status: 'done' as const, contentSealed: null, firstRows: [], finishedAt: this.clock.now() };
    await this.end(id, end);
  }

  private async end(id: string, how: QueryDeepPartialEntity<RegisterImport>): Promise<void> {
    await this.database.transaction((tx) => tx.update(RegisterImport, { id }, how));
  }

  /** Whether it came to the end of the file. */
  private async take(job: RegisterImport, file: SheetFile): Promise<boolean> {
    const dry = job.status === 'checking';
    const { vault, clock } = this;
    const overlaps = dry ? new TriedShapes(this.overlaps) : new KeptShapes(this.overlaps);
    const context = { vault, overlaps, now: clock.now(), today: clock.today() };
    const run = new ImportRun(this.acts, job.kind, context, dry);
    await this.database.write('DELETE FROM quarantined_row WHERE import_id = $1', [job.id]);
    let sum = { ...none };
    for await (const batch of file.batches(batchSize)) {
      if (this.behind.leaving) return false;
      const result = await run.take(batch);
      sum = plus(sum, result, batch.length);
      await this.count(job.id, sum, result.bad);
    }
    const overlapping = new Set<number>();
    for await (const rows of run.overlapping()) {
      if (this.behind.leaving) return false;
      for (const { rowNumber } of rows) overlapping.add(rowNumber);
      await this.count(job.id, { ...sum, overlapping: overlapping.size }, rows);
    }
    return true;
  }

  private async count(id: string, sum: typeof none, told: readonly Quarantined[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.update(RegisterImport, { id }, sum);
      if (told.length > 0)
        await tx.insert(
          QuarantinedRow,
          told.map((row) => ({ ...row, importId: id })),
        );
    });
  }
}

const columnsSaid = (): string => neededColumns.map(({ kind, needs }) => `${kind}（${needs.join('、')}）`).join('；');

function note(act: Act, job: RegisterImport, action: string, label: string): Promise<void> {
  const detail = { table: job.kind, file: job.fileName, sha256: job.sha256, rows: job.rowsTotal };
  return act.note('register_import', { id: job.id, officeCode: act.officeCode }, { action, label, detail });
}

/** Rows, not faults, are counted as bad: a row with three faults is one row. */
function plus(sum: typeof none, result: BatchResult, rows: number): typeof none {
  return {
    rowsDone: sum.rowsDone + rows,
    added: sum.added + result.added,
    changed: sum.changed + result.changed,
    unchanged: sum.unchanged + result.unchanged,
    legacy: sum.legacy + result.legacy,
    held: sum.held + result.held,
    overlapping: sum.overlapping,
    bad: sum.bad + new Set(result.bad.map((each) => each.rowNumber)).size,
  };
}
