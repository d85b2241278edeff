import { Injectable } from '@nestjs/common';
import { type Actor, Clock, addDays, dayOf, scopesOf, startOf } from '#kernel';
import { Database } from '../database.js';
import { cursorOf } from '../lists/cursor.js';
import type { Asked } from '../lists/list.js';
import { listFaults } from '../lists/list.problems.js';
import { rowOf } from '../lists/lists.service.js';
import { type Statement, lengthFor } from '../lists/statement.js';
import { inputProblem } from '../validation.js';
import type { WorkKind } from './work.js';
import type { WorkCount, WorkLine } from './work.view.js';
import { workList } from './work.list.js';
import { type Desk, workCounts, workStatement } from './work.statement.js';

/** What a desk shows. */
export interface DeskPage {
  readonly rows: readonly WorkLine[];
  readonly next: string;
  readonly counts: readonly WorkCount[];
}

/**
 * All work that waits, of every kind, most urgent first. Every lib registers its kinds here when its module starts; nobody calls
 * upwards, and the page of the desk needs to know none of them.
 */
@Injectable()
export class WorkDesk {
  private readonly kinds: WorkKind[] = [];
  /** What waits for whom, by the posts held: the tables of steps never change. */
  private readonly desks = new Map<string, Desk['kinds']>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  register(kind: WorkKind): void {
    this.kinds.push(kind);
  }

  find(kind: string): WorkKind | undefined {
    return this.kinds.find((each) => each.kind === kind);
  }

  /** A page of this person's work, and how much of each kind there is. */
  async page(asked: Asked, me: Actor): Promise<DeskPage> {
    const desk = this.deskOf(me);
    if (desk.kinds.length === 0) return { rows: [], next: '', counts: [] };
    const chosen = this.chosen(desk, asked);
    const [found, counts] = await Promise.all([
      this.tuples(workStatement(chosen, asked, lengthFor(asked.limit))),
      this.counts(desk, asked),
    ]);
    const rows = found.slice(0, asked.limit).map(lineOf);
    const last = found.length > asked.limit ? rows.at(-1) : undefined;
    const key = String(found[asked.limit - 1]?.at(-1));
    return { rows, next: last === undefined ? '' : cursorOf('desk', 'due', { key, id: last.id }), counts };
  }

  /** The first of what is asked, for a workbook, and for what comes next after an act. */
  async first(asked: Asked, me: Actor, most: number): Promise<WorkLine[]> {
    const desk = this.chosen(this.deskOf(me), asked);
    if (desk.kinds.length === 0) return [];
    const { text, values } = workStatement(desk, { ...asked, after: '' }, most);
    return (await this.database.tuples(null, text, values)).map(lineOf);
  }

  private deskOf(me: Actor): Desk {
    const held = `${me.kind} ${me.posts.map(({ post }) => post).join()}`;
    const kinds = this.desks.get(held) ?? this.kindsFor(me);
    this.desks.set(held, kinds);
    return { kinds, scopes: scopesOf(me), me };
  }

  private kindsFor(me: Actor): Desk['kinds'] {
    return this.kinds.map((kind) => ({ kind, states: kind.statesFor(me) })).filter(({ states }) => states.length > 0);
  }

  /** The desk narrowed to the kind that is asked for; refuses a kind that is none of this person's. */
  private chosen(desk: Desk, { filters }: Asked): Desk {
    const wanted = filters['kind'] ?? '';
    if (wanted === '') return desk;
    const kinds = desk.kinds.filter(({ kind }) => kind.kind === wanted);
    if (kinds.length === 0) throw inputProblem([{ pointer: '#/kind', detail: listFaults.choice }]);
    return { ...desk, kinds };
  }

  private async counts(desk: Desk, asked: Asked): Promise<WorkCount[]> {
    const now = this.clock.now();
    const found = await this.tuples(workCounts(desk, asked, now, startOf(addDays(dayOf(now), 1))));
    return found.map(([kind, waiting, late, today]) => ({ kind, waiting, late, today }) as WorkCount);
  }

  private tuples({ name, text, values }: Statement): Promise<unknown[][]> {
    return this.database.tuples(name, text, values);
  }
}

const lineOf = (values: readonly unknown[]): WorkLine => rowOf(workList, values);
