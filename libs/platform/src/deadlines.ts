import { Injectable } from '@nestjs/common';
import type { Day, Reckoning } from '#kernel';
import { Calendars } from './calendars.js';
import { ParameterStore } from './parameter-store.js';
import { type Writing, writeAtOnce } from './writing.js';
import type { Tx, Reader } from './transaction.js';

/** What a clock is set for. */
export interface Appointment {
  subject: string;
  subjectId: string;
  kind: string;
  label: string;
  basis: string;
  start: Day;
  workingDays: number;
  /** Ends at close of business of the last day rather than at midnight. */
  untilClose: boolean;
  officeCode: string;
  /** The record's own column that follows this clock, if any. */
  column: { table: string; name: 'due_at' } | null;
}

/** A stored clock, with everything that explains its last day. */
export interface Deadline extends Omit<Reckoning, 'dueAt' | 'start' | 'unit' | 'n'> {
  id: string;
  subject: string;
  subjectId: string;
  kind: string;
  label: string;
  basis: string;
  unit: string;
  workingDays: number;
  start: Day;
  dueAt: Date;
  closedAt: Date | null;
}

const columns = `id, subject, subject_id AS "subjectId", kind, label, basis, unit, working_days AS "workingDays", start_day AS start,
  first_day AS "firstDay", last_day AS "lastDay", due_at AS "dueAt", counted, skipped, provisional,
  calendar_version AS version, closed_at AS "closedAt"`;

const setSql = `
  INSERT INTO deadline (subject, subject_id, kind, label, basis, unit, working_days, start_day, until_close, office_code,
    record_table, first_day, last_day, due_at, counted, skipped, provisional, calendar_version, opened_at)
  VALUES ($1,$2,$3,$4,$5,'working-day',$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18)`;

const stopSql =
  'UPDATE deadline SET closed_at = $3 WHERE subject = $1 AND subject_id = $2 AND closed_at IS NULL AND kind = $4';

/** The open clock of one kind is stopped. */
export const stopped = (subject: string, subjectId: string, now: Date, kind: string): Writing => ({
  text: stopSql,
  values: [subject, subjectId, now, kind],
});

function valuesOf(appointment: Appointment, reckoning: Reckoning, now: Date): unknown[] {
  return [
    appointment.subject,
    appointment.subjectId,
    appointment.kind,
    appointment.label,
    appointment.basis,
    appointment.workingDays,
    appointment.start,
    appointment.untilClose,
    appointment.officeCode,
    appointment.column?.table ?? null,
    reckoning.firstDay,
    reckoning.lastDay,
    reckoning.dueAt,
    JSON.stringify(reckoning.counted),
    JSON.stringify(reckoning.skipped),
    reckoning.provisional,
    reckoning.version,
    now,
  ];
}

/** Clocks that run: set, stopped, explained, and recomputed when a calendar changes. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly calendars: Calendars,
    private readonly parameters: ParameterStore,
  ) {}

  /** Sets a clock and stores basis, unit, calendar version, counted and skipped days (invariant 6). */
  async set(tx: Tx, appointment: Appointment, now: Date): Promise<Deadline> {
    const reckoning = await this.reckon(tx, appointment);
    const rows: Deadline[] = await tx.query(`${setSql} RETURNING ${columns}`, valuesOf(appointment, reckoning, now));
    const [made] = rows;
    if (!made) throw new Error('A deadline was not stored.');
    return made;
  }

  /** The same for a step, which writes the clock down with itself: when it is over, and what is written. */
  async reckoned(tx: Tx, appointment: Appointment, now: Date): Promise<{ dueAt: Date; clock: Writing }> {
    const reckoning = await this.reckon(tx, appointment);
    return { dueAt: reckoning.dueAt, clock: { text: setSql, values: valuesOf(appointment, reckoning, now) } };
  }

  /** Stops the open clock of one kind of a record. */
  async stop(tx: Tx, subject: string, subjectId: string, now: Date, kind: string): Promise<void> {
    writeAtOnce(tx, stopped(subject, subjectId, now, kind));
  }

  /** Every clock a record ever had, oldest first. */
  async of(reader: Reader | Tx, subject: string, subjectId: string): Promise<Deadline[]> {
    return reader.query(
      `SELECT ${columns} FROM deadline WHERE subject = $1 AND subject_id = $2 ORDER BY opened_at, id`,
      [subject, subjectId],
    );
  }

  /** The clock that runs now in a record, or null. */
  async running(reader: Reader | Tx, subject: string, subjectId: string): Promise<Deadline | null> {
    const rows: Deadline[] = await reader.query(
      `SELECT ${columns} FROM deadline WHERE subject = $1 AND subject_id = $2 AND closed_at IS NULL ORDER BY due_at LIMIT 1`,
      [subject, subjectId],
    );
    return rows[0] ?? null;
  }

  /**
   * Counts every open clock anew after a calendar changed and lists those that moved.
   * Days already printed on a posted notice move only later, never earlier: 公示期不少于七个工作日.
   * Only clocks that a change from a day on, in some offices, can reach are looked at.
   */
  async recount(
    tx: Tx,
    { from = null, officePrefix = '' }: { from?: Day | null; officePrefix?: string } = {},
  ): Promise<Moved[]> {
    const open: OpenRow[] = await tx.query(
      `SELECT ${columns}, until_close AS "untilClose", office_code AS "officeCode", record_table AS "recordTable"
       FROM deadline WHERE closed_at IS NULL AND (provisional OR $1::date IS NULL OR last_day >= $1) AND office_code LIKE $2
       ORDER BY id FOR UPDATE`,
      [from, `${officePrefix}%`],
    );
    const moved: Moved[] = [];
    for (const row of open) {
      const after = await this.reckon(tx, { ...row });
      if (row.subject === 'notice' && after.lastDay < row.lastDay) {
        // The printed day stays; what is new is that it is sure.
        await tx.query('UPDATE deadline SET provisional = $2, calendar_version = $3 WHERE id = $1', [
          row.id,
          after.provisional,
          after.version,
        ]);
        continue;
      }
      await tx.query(
        `UPDATE deadline SET first_day=$2, last_day=$3, due_at=$4, counted=$5, skipped=$6, provisional=$7, calendar_version=$8 WHERE id=$1`,
        [
          row.id,
          after.firstDay,
          after.lastDay,
          after.dueAt,
          JSON.stringify(after.counted),
          JSON.stringify(after.skipped),
          after.provisional,
          after.version,
        ],
      );
      if (row.recordTable !== null) {
        await tx.query(`UPDATE "${row.recordTable}" SET due_at = $2 WHERE id = $1`, [row.subjectId, after.dueAt]);
      }
      if (after.lastDay !== row.lastDay) {
        moved.push({
          subject: row.subject,
          subjectId: row.subjectId,
          label: row.label,
          before: row.lastDay,
          after: after.lastDay,
        });
      }
    }
    return moved;
  }

  private async reckon(
    tx: Tx,
    asked: Pick<Appointment, 'start' | 'workingDays' | 'untilClose' | 'officeCode'>,
  ): Promise<Reckoning> {
    const calendar = await this.calendars.at(tx, asked.officeCode);
    const reckoning = calendar.after(asked.start, asked.workingDays);
    if (!asked.untilClose) return reckoning;
    const { closeOfBusiness: hour } = await this.parameters.at(tx, asked.start);
    return { ...reckoning, dueAt: calendar.closeOfBusiness(reckoning.lastDay, hour) };
  }
}

interface OpenRow extends Deadline {
  untilClose: boolean;
  officeCode: string;
  recordTable: string | null;
}

/** A clock whose last day changed with the calendar. */
export interface Moved {
  subject: string;
  subjectId: string;
  label: string;
  before: Day;
  after: Day;
}
