import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Day } from '#kernel';
import {
  type Act,
  Acts,
  CONFIG,
  type Config,
  Database,
  type Elsewhere,
  type Tx,
  after,
  inputProblem,
  refuses,
} from '#platform';
import { type Division, hashOf, readDivisions, readSuccessors } from './division-file.js';
import { type DivisionDiff, divisionDiff } from './division.rules.js';
import { type CodeMove, countMoved, handOver, moveRecords } from './office-codes.js';
import { writeDivisions, writeOffices } from './office-changes.js';
import type { SuccessorNaming } from './offices.input.js';
import { countyWords, officeProblems, officeRefusals } from './offices.problems.js';
import { divisionLines } from './offices.words.js';
import { OfficesService } from './offices.service.js';

refuses({ division_change_once: officeProblems.alreadyLoaded });

/** A division file as it was handed in. */
export interface CountyFile {
  fileName: string;
  text: string;
  /** `old,new` rows, or an empty text. */
  successors: string;
  on: Day;
  /** Prefixes of codes that get no office, beside the statistical units. */
  excluded?: readonly string[];
}

/** The divisions of a file, and who takes over from those that are gone. */
interface Read {
  after: Division[];
  named: ReadonlyMap<string, readonly string[]>;
}

/** What a change does, in figures; `records` counts what moves to another office. */
export interface ChangeCounts {
  kept: number;
  opened: number;
  closed: number;
  renamed: number;
  recoded: number;
  merged: number;
  unknown: number;
  records: { table: string; rows: number }[];
}

/** The county's divisions through time: loaded once, changed on a day, never rewritten. */
@Injectable()
export class CountyService {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesService,
    private readonly acts: Acts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Loads a file: the first makes the county, a later one is a change on its day, and the same one again does nothing. */
  async load(file: CountyFile, actor: Actor): Promise<ChangeCounts> {
    return this.acts.begin(actor, (act) => this.loadIn(act, file));
  }

  async loadIn(act: Act, file: CountyFile): Promise<ChangeCounts> {
    after(act.tx, () => this.offices.forget());
    return this.change(act, file);
  }

  /** What a file would do, without doing it. */
  async rehearse(file: CountyFile): Promise<{ counts: ChangeCounts; diff: DivisionDiff }> {
    const read = await this.read(file);
    return this.database.transaction(async (tx) => {
      const { diff, moves } = await this.compare(tx, read);
      return { counts: { ...figures(diff), records: await countMoved(tx, moves) }, diff };
    });
  }

  async isLoaded(): Promise<boolean> {
    return (await this.database.ask('SELECT 1 FROM division_change LIMIT 1')).length > 0;
  }

  /** Names who takes over from a village that had no successor; its records leave the town's care. */
  async nameSuccessor(act: Act, _none: object, { oldCode, newCode }: SuccessorNaming): Promise<Elsewhere> {
    const successor = await this.offices.get(newCode);
    if (successor.level !== 'village') throw officeRefusals.successorGone();
    const { tx } = act;
    const named: unknown[] = await tx.query(
      `WITH named AS (UPDATE division_successor SET new_code = $2, kind = 'merged' WHERE old_code = $1 AND new_code IS NULL RETURNING id)
       SELECT id FROM named`,
      [oldCode, newCode],
    );
    if (named.length === 0) throw officeProblems.notUnknown();
    await tx.query(`UPDATE office SET office_code = $2 WHERE born_code = $1 AND status = 'closed'`, [oldCode, newCode]);
    const rows = await handOver(tx, oldCode, newCode);
    await act.note('county', { id: oldCode, officeCode: newCode }, { detail: { oldCode, newCode, rows } });
    return { id: '', under: `?town=${newCode.slice(0, 9)}000`, view: { rows }, said: countyWords.named(rows) };
  }

  private async change(act: Act, file: CountyFile): Promise<ChangeCounts> {
    const { tx } = act;
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('county')), set_config('statement_timeout', '0', true)`);
    const sha256 = hashOf(file.text);
    const [last] = (await tx.query(
      'SELECT sha256, on_day AS day FROM division_change ORDER BY on_day DESC, loaded_at DESC LIMIT 1',
    )) as {
      sha256: string;
      day: Day;
    }[];
    const { diff, moves, before } = await this.compare(tx, await this.read(file));
    if (last?.sha256 === sha256) return { ...figures(diff), records: [] };
    if (last && file.on <= last.day) throw officeRefusals.notLater(last.day);
    const records = await countMoved(tx, moves);
    await writeDivisions(tx, diff, file.on);
    await writeOffices(tx, diff, file.on, {
      first: before.length === 0,
      training: this.config.mode === 'training',
      excluded: file.excluded ?? [],
    });
    await moveRecords(tx, moves, file.on);
    const counts = { ...figures(diff), records };
    const id = randomUUID();
    await tx.query(
      'INSERT INTO division_change (id, file_name, sha256, on_day, loaded_by, loaded_at, counts) VALUES ($1,$2,$3,$4,$5,$6,$7)',
      [id, file.fileName, sha256, file.on, act.actor.name, act.now, JSON.stringify(counts)],
    );
    const label = before.length === 0 ? divisionLines.loaded : divisionLines.changed;
    const detail = { ...counts, sha256, on: file.on };
    await act.note('county', { id, officeCode: '' }, { action: 'load', label, detail });
    return counts;
  }

  private async read({ text, successors }: CountyFile): Promise<Read> {
    const after = await readDivisions(text);
    const county = after.find((each) => each.level === 'county');
    if (!county?.code.startsWith(this.config.county.code)) {
      throw officeRefusals.otherCounty(county?.code ?? '', county?.name ?? '', this.config.county.code);
    }
    return { after, named: await readSuccessors(successors) };
  }

  private async compare(
    tx: Tx,
    { after, named }: Read,
  ): Promise<{ diff: DivisionDiff; moves: CodeMove[]; before: Division[] }> {
    const before: Division[] = await tx.query(
      'SELECT code, name, level, parent FROM division WHERE valid_to IS NULL ORDER BY code',
    );
    const diff = divisionDiff(before, after, named);
    if (diff.errors.length > 0) throw inputProblem(diff.errors.slice(0, 30));
    return { diff, moves: movesOf(diff), before };
  }
}

function movesOf(diff: DivisionDiff): CodeMove[] {
  return [
    ...diff.recoded.map(({ before, after }) => ({ old: before.code, next: after.code, known: true })),
    ...diff.closed.map(({ division, kind, carer }) => ({ old: division.code, next: carer, known: kind === 'merged' })),
  ];
}

function figures(diff: DivisionDiff): Omit<ChangeCounts, 'records'> {
  const merged = diff.closed.filter((each) => each.kind === 'merged').length;
  return {
    kept: diff.kept,
    opened: diff.opened.length,
    closed: diff.closed.length,
    renamed: diff.renamed.length,
    recoded: diff.recoded.length,
    merged,
    unknown: diff.closed.length - merged,
  };
}
