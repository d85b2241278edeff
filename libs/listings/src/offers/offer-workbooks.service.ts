import { createHash, randomUUID } from 'node:crypto';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, Clock, type DivisionCode, reaches } from '#kernel';
import { type Act, Acts, Behind, Database, type Elsewhere, type Upload, accessProblems, after } from '#platform';
import { SheetFile, type SheetRow } from '#rights';
import { type LotFault, OfferDrafts } from './offer-drafts.service.js';
import { type OfferRow, betweenRows, missingColumns, readOffer } from './offer-sheet.importer.js';
import { offerFaults as faults, workbookProblems } from './offer-sheet.problems.js';
import { type WorkbookStatus, workbookLines } from './offer-sheet.words.js';
import { OfferLine, OfferWorkbook } from './offer-workbook.entity.js';
import { type OfferWorkbookJson, sumsOf, workbookOf } from './offer-workbook.view.js';

/** A village has some hundreds of households; more rows are no village. */
const mostRows = 3000;

export interface WorkbookFacts {
  record: OfferWorkbook;
}

/** 整村挂牌表: read in a thread, tried, and drafted lot by lot behind the requests; what a crash leaves goes on at the next start. */
@Injectable()
export class OfferWorkbooks implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly behind = new Behind(
    'offers',
    (id) => this.work(id),
    (id) => this.end(id, 'failed'),
  );

  constructor(
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly drafts: OfferDrafts,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const left = await this.database.reader.findBy(OfferWorkbook, { status: In(['checking', 'running']) });
    for (const { id } of left) this.behind.begin(id);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.behind.leave();
  }

  settled(id: string): Promise<void> {
    return this.behind.settled(id);
  }

  /** Takes a village's file and begins its trial; the same file that is under way already is that piece of work. */
  async lodge(village: string, { fileName, content }: Upload, actor: Actor): Promise<OfferWorkbook> {
    if (!reaches(actor, village)) throw accessProblems.notYourPost();
    const sha256 = createHash('sha256').update(content).digest('hex');
    const status = In(['checking', 'checked', 'running']);
    const standing = await this.database.reader.findOneBy(OfferWorkbook, {
      officeCode: village as DivisionCode,
      sha256,
      status,
    });
    if (standing) return standing;
    const rows = betweenRows(await rowsOf(fileName, content));
    const made = await this.acts.begin(actor, async (act) => {
      const book = act.tx.create(OfferWorkbook, {
        ...{ id: randomUUID(), officeCode: village as DivisionCode, fileName: fileName.slice(-120), sha256 },
        ...{ status: 'checking' as const, starter: starterOf(actor), startedByName: actor.name },
        ...{ startedAt: act.now, finishedAt: null },
      });
      await act.tx.insert(OfferWorkbook, book);
      const lines = rows.map(({ rowNumber, lot, parcelCode, input, fault }) => ({
        ...{ workbookId: book.id, rowNumber, lot, parcelCode, input, listingId: null },
        ...(fault ? { outcome: 'bad' as const, ...fault } : { outcome: 'waits' as const, field: '', reason: '' }),
      }));
      await act.tx.insert(OfferLine, lines);
      await act.note('offer_workbook', book, {
        action: 'lodge',
        label: workbookLines.lodged,
        detail: { rows: rows.length },
      });
      return book;
    });
    this.behind.begin(made.id);
    return made;
  }

  /** Drafts what the trial found good, in the name of who presses it. */
  async run(act: Act, { record }: WorkbookFacts): Promise<Elsewhere> {
    if (record.status !== 'checked') throw workbookProblems.notReady();
    const begun = { status: 'running' as const, starter: starterOf(act.actor) };
    await act.tx.update(OfferWorkbook, { id: record.id }, begun);
    await act.note('offer_workbook', record, { label: workbookLines.run });
    after(act.tx, () => this.behind.begin(record.id));
    return { id: record.id };
  }

  async locked({ tx, actor }: Act, id: string): Promise<WorkbookFacts> {
    return seen(await tx.findOne(OfferWorkbook, { where: { id }, lock: { mode: 'pessimistic_write' } }), actor);
  }

  async read(id: string, me: Actor): Promise<WorkbookFacts> {
    return seen(await this.database.reader.findOneBy(OfferWorkbook, { id }), me);
  }

  async see(id: string, me: Actor): Promise<OfferWorkbookJson> {
    const { record } = await this.read(id, me);
    return workbookOf(record, await sumsOf(this.database.reader, id));
  }

  /** Each lot whose rows wait, or wait to be drafted, in a transaction of its own. */
  private async work(id: string): Promise<void> {
    const book = await this.database.reader.findOneByOrFail(OfferWorkbook, { id });
    const keep = book.status === 'running';
    const outcome = keep ? 'good' : 'waits';
    const rows = await this.database.ask<{ lot: string }>(
      'SELECT lot FROM offer_line WHERE workbook_id = $1 AND outcome = $2 GROUP BY lot ORDER BY min(row_number)',
      [id, outcome],
    );
    for (const { lot } of rows) {
      if (this.behind.leaving) return;
      const lines = await this.database.reader.find(OfferLine, {
        where: { workbookId: id, lot },
        order: { rowNumber: 'ASC' },
      });
      const wrong = lines.find((line) => line.outcome === 'bad');
      const found = wrong
        ? [{ field: wrong.field, reason: faults.neighbour(wrong.rowNumber) }]
        : await this.drafts.draft({ ...staff, ...book.starter }, book.officeCode, lines, keep);
      if (found.length > 0 || !keep) await this.told(lines, found);
    }
    await this.end(id, keep ? 'done' : 'checked');
  }

  /** Each row hears its own fault; the others of its lot hear which row has one. */
  private async told(lines: readonly OfferLine[], found: readonly LotFault[]): Promise<void> {
    const own = (line: OfferLine): readonly LotFault[] =>
      found.filter(({ parcelCode }) => parcelCode === undefined || parcelCode === line.parcelCode);
    const first = lines.find((line) => own(line).length > 0)?.rowNumber ?? 0;
    await this.database.transaction(async (tx) => {
      for (const line of lines.filter(({ outcome }) => outcome !== 'bad')) {
        const faulty = own(line);
        const [field, reason] =
          faulty.length > 0
            ? [faulty[0]?.field ?? '', faulty.map((each) => each.reason).join('；')]
            : ['', found.length > 0 ? faults.neighbour(first) : ''];
        await tx.update(OfferLine, { id: line.id }, { outcome: reason === '' ? 'good' : 'bad', field, reason });
      }
    });
  }

  private async end(id: string, status: WorkbookStatus): Promise<void> {
    const finishedAt = status === 'checked' ? null : this.clock.now();
    await this.database.transaction((tx) => tx.update(OfferWorkbook, { id }, { status, finishedAt }));
  }
}

const staff = { kind: 'staff', partyId: null, assisting: null } as const;

const starterOf = ({ accountId, name, posts }: Actor): OfferWorkbook['starter'] => ({ accountId, name, posts });

function seen(record: OfferWorkbook | null, me: Actor): WorkbookFacts {
  if (!record || !reaches(me, record.officeCode)) throw workbookProblems.notFound();
  return { record };
}

/** The rows that offer something; refuses what is no such sheet. */
async function rowsOf(fileName: string, content: Buffer): Promise<OfferRow[]> {
  const rows = await SheetFile.opened(fileName, content, async (file) => {
    const missing = missingColumns(file.first);
    if (missing.length > 0) throw workbookProblems.notThis({ detail: faults.columns(missing) });
    if (file.total > mostRows) throw workbookProblems.notThis({ detail: faults.tooMany(mostRows) });
    const all: SheetRow[] = [];
    for await (const batch of file.batches(mostRows)) all.push(...batch);
    return all;
  });
  const offers = rows.flatMap((row) => readOffer(row) ?? []);
  if (offers.length === 0) throw workbookProblems.notThis({ detail: faults.nothing });
  return offers;
}
