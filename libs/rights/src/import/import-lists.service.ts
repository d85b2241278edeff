import { Injectable } from '@nestjs/common';
import { type Asked, Database, type Download, Lists, Shown, everybody, formOf } from '#platform';
import { neededColumns } from './import-run.js';
import type { RegisterImport } from './import.entity.js';
import { ImportInput } from './import.input.js';
import { importList, ofImport, quarantineList } from './import.list.js';
import { type ImportPage, importOf, importPage } from './import.view.js';
import { importKinds } from './import.words.js';

/** Files on their way into the register, and the rows of one that did not come in. */
@Injectable()
export class ImportLists {
  constructor(
    private readonly lists: Lists,
    private readonly database: Database,
  ) {}

  /** The files, and how to hand in another. */
  show(asked: Asked) {
    return this.lists.show(
      importList,
      asked,
      everybody,
      (row) => row,
      () => ({ order: Object.keys(importKinds), tables: neededColumns, fields: formOf(ImportInput) }),
    );
  }

  sheet(asked: Asked): Promise<Download> {
    return this.lists.sheet(importList, asked, everybody, (rows) => rows);
  }

  /** One file with its quarantined rows. */
  async rows(asked: Asked, job: RegisterImport, earlier: RegisterImport | null): Promise<Shown<ImportPage>> {
    const about = importOf(job, earlier);
    const shown = await this.lists.show(
      quarantineList,
      asked,
      ofImport(job.id),
      (row) => row,
      async () => ({ options: { field: await this.fields(job.id) }, ...importPage(about) }),
    );
    return new Shown({ ...about, ...shown.view }, shown.page);
  }

  private async fields(importId: string): Promise<{ value: string; label: string }[]> {
    const rows = await this.database.ask<{ field: string }>(
      'SELECT DISTINCT field FROM quarantined_row WHERE import_id = $1 ORDER BY 1 LIMIT 100',
      [importId],
    );
    return rows.map(({ field }) => ({ value: field, label: field }));
  }
}
