import { Injectable } from '@nestjs/common';
import { type Day, type ParameterRow, type Parameters, checkNewParameterValue, parametersAt } from '#kernel';
import type { Act } from './act.js';
import { Database } from './database.js';
import { askVersionsAnew, ruleVersions } from './rule-versions.js';
import { parameterProblems } from './parameters/parameter.problems.js';
import type { ParameterSetting } from './parameters/parameter.view.js';
import { Versions } from './versions.js';
import { parameterSet } from './parameters/parameter.words.js';
import type { Tx, Reader } from './transaction.js';

interface Known {
  version: number;
  rows: ParameterRow[];
  days: Map<Day, Parameters>;
}

/** The county's own values of the one typed parameter table, with their validity. A case asks for the day it started. */
@Injectable()
export class ParameterStore {
  private known: Known | null = null;

  constructor(
    private readonly database: Database,
    private readonly versions: Versions,
  ) {}

  /** The parameters in force on a day. */
  async at(reader: Reader | Tx, day: Day): Promise<Parameters> {
    return inForce(await this.refresh(reader), day);
  }

  /** The same for a page, outside a transaction: no statement of its own while nothing has changed. */
  async on(day: Day): Promise<Parameters> {
    const { parameters } = await this.versions.now();
    return inForce(await this.refresh(this.database.reader, parameters), day);
  }

  /** What is known without asking, for pages that are drawn when the database may not answer. */
  lastKnown(day: Day): Parameters {
    return this.known === null ? parametersAt([], day) : inForce(this.known, day);
  }

  /** Every value a county ever set, newest first. */
  async rows(): Promise<ParameterRow[]> {
    return (await this.refresh(this.database.reader)).rows;
  }

  /** The same with who set them and when, oldest first. */
  settings(): Promise<ParameterSetting[]> {
    return this.database.ask<ParameterSetting & Record<string, unknown>>(
      `SELECT key, value, valid_from AS "validFrom", basis, set_by AS "setBy", set_at AS "setAt" FROM parameter_value ORDER BY id`,
    );
  }

  /** Sets a value from a day on; what was in force before stays on record and keeps governing older cases. */
  async set(act: Act, row: ParameterRow & { basis: string }): Promise<void> {
    const reason = checkNewParameterValue(row.key, row.value);
    if (reason) throw parameterProblems.refused({ detail: reason });
    askVersionsAnew(act.tx);
    await act.tx.query(
      `INSERT INTO parameter_value (key, value, valid_from, valid_to, basis, set_by, set_at) VALUES ($1,$2,$3,$4,$5,$6,$7)`,
      [row.key, JSON.stringify(row.value), row.validFrom, row.validTo ?? null, row.basis, act.actor.name, act.now],
    );
    const detail = { value: row.value, validFrom: row.validFrom, basis: row.basis };
    await act.note('parameter', { id: row.key, officeCode: '' }, { action: 'set', label: parameterSet, detail });
  }

  private async refresh(reader: Reader | Tx, seen?: number): Promise<Known> {
    const version = seen ?? (await ruleVersions(reader)).parameters;
    if (this.known?.version === version) return this.known;
    const rows: ParameterRow[] = await reader.query(
      `SELECT key, value, valid_from AS "validFrom", valid_to AS "validTo", basis FROM parameter_value ORDER BY id`,
    );
    this.known = { version, rows, days: new Map() };
    return this.known;
  }
}

function inForce(known: Known, day: Day): Parameters {
  const found = known.days.get(day) ?? parametersAt(known.rows, day);
  known.days.set(day, found);
  return found;
}
