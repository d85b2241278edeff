import { Injectable } from '@nestjs/common';
import { Calendar, type CalendarYear, type Closure, type Day } from '#kernel';
import { versionOf } from './calendar/calendar.words.js';
import type { Act } from './act.js';
import { Database } from './database.js';
import { askVersionsAnew, ruleVersions } from './rule-versions.js';
import { Versions } from './versions.js';
import type { Tx, Reader } from './transaction.js';

/** A year as it is loaded. */
export interface LoadedYear {
  content: CalendarYear;
  loadedAt: Date;
}

export interface CalendarVersion {
  version: number;
  reason: string;
  madeAt: Date;
}

interface YearRow {
  content: CalendarYear;
}

interface ClosureRow {
  day: Day;
  reason: string;
  authority: string;
  document_number: string;
  office_prefix: string;
}

interface Known {
  version: number;
  years: CalendarYear[];
  closures: Closure[];
  built: Map<string, Calendar>;
}

/** The working-day calendar as the database holds it: yearly notices and local closures, under one version number. */
@Injectable()
export class Calendars {
  private known: Known | null = null;

  constructor(
    private readonly database: Database,
    private readonly versions: Versions,
  ) {}

  /** The calendar that an office lives by: national days plus closures ordered for it or for an office above it. */
  async at(reader: Reader | Tx, officeCode = ''): Promise<Calendar> {
    return this.built(await this.refresh(reader), officeCode);
  }

  private built(known: Known, officeCode: string): Calendar {
    const mine = known.closures.filter((closure) => officeCode.startsWith(closure.officePrefix));
    const key = mine.map((closure) => closure.day).join();
    const built = known.built.get(key) ?? new Calendar(known.years, mine, String(known.version));
    known.built.set(key, built);
    return built;
  }

  /** The same, outside a transaction. */
  async current(officeCode = ''): Promise<Calendar> {
    return (await this.everywhere())(officeCode);
  }

  /** The calendars of all offices by one look at the version, for lists whose rows lie in many places. */
  async everywhere(): Promise<(officeCode: string) => Calendar> {
    const { calendar } = await this.versions.now();
    const current = this.known?.version === calendar ? this.known : await this.refresh(this.database.reader);
    return (officeCode) => this.built(current, officeCode);
  }

  /** The years that are loaded, oldest first. */
  years(): Promise<LoadedYear[]> {
    return this.database.ask<LoadedYear & Record<string, unknown>>(
      'SELECT content, loaded_at AS "loadedAt" FROM calendar_year ORDER BY year',
    );
  }

  /** Everything the calendar is made of, with its last changes. */
  async whole(): Promise<{ years: LoadedYear[]; closures: Closure[]; versions: CalendarVersion[] }> {
    const { closures } = await this.refresh(this.database.reader);
    const versions = await this.database.ask<CalendarVersion & Record<string, unknown>>(
      'SELECT id AS version, reason, made_at AS "madeAt" FROM calendar_version ORDER BY id DESC LIMIT 50',
    );
    return { years: await this.years(), closures, versions };
  }

  /** Loads the State Council's notice for a year; the same content twice changes nothing. Returns whether it changed. */
  async loadYear(act: Act, year: CalendarYear): Promise<boolean> {
    const rows: unknown[] = await act.tx.query(
      `INSERT INTO calendar_year (year, content, loaded_at) VALUES ($1, $2, $3)
       ON CONFLICT (year) DO UPDATE SET content = $2, loaded_at = $3 WHERE calendar_year.content IS DISTINCT FROM $2
       RETURNING year`,
      [year.year, JSON.stringify(year), act.now],
    );
    const changed = (Array.isArray(rows[0]) ? rows[0] : rows).length > 0;
    if (changed) await this.bump(act, versionOf(year.year));
    return changed;
  }

  /** Adds a local closure, ordered by the county under a document number. */
  async addClosure(act: Act, closure: Closure): Promise<void> {
    await act.tx.query(
      `INSERT INTO calendar_closure (day, reason, authority, document_number, office_prefix) VALUES ($1,$2,$3,$4,$5)`,
      [closure.day, closure.reason, closure.authority, closure.documentNumber, closure.officePrefix],
    );
    await this.bump(act, `${closure.day} ${closure.reason}`);
  }

  private async bump({ tx, now }: Act, reason: string): Promise<void> {
    askVersionsAnew(tx);
    await tx.query('INSERT INTO calendar_version (reason, made_at) VALUES ($1, $2)', [reason, now]);
  }

  private async refresh(reader: Reader | Tx): Promise<Known> {
    const { calendar: version } = await ruleVersions(reader);
    if (this.known?.version === version) return this.known;
    const years: YearRow[] = await reader.query('SELECT content FROM calendar_year ORDER BY year');
    const closures: ClosureRow[] = await reader.query('SELECT * FROM calendar_closure ORDER BY day');
    this.known = {
      version,
      years: years.map((row) => row.content),
      closures: closures.map((row) => ({
        day: row.day,
        reason: row.reason,
        authority: row.authority,
        documentNumber: row.document_number,
        officePrefix: row.office_prefix,
      })),
      built: new Map(),
    };
    return this.known;
  }
}
