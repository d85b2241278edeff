import type { DeepPartial, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { type Actor, type Day, type Workflow, type WorkflowFacts, type WorkflowRecord, dayOf } from '#kernel';
import { record } from './history.js';
import { soon, type Tx } from './transaction.js';

/** What an act leaves in the history beside who, when and what, and the day its new clock counts from. */
export interface ActWords {
  remark?: string | null;
  /** Facts a later reader needs; never identity numbers, phones or accounts. */
  detail?: Record<string, unknown>;
  /** Day of the event the new state's clock starts from; today unless the law says otherwise. */
  startDay?: Day;
  /** Another limit than the new state's own: its parameter, and on what it rests. */
  limit?: { parameter: string; basis: string };
  /** State to return to for a step whose `to` is `before`. */
  before?: string;
}

/** A line of the history that moves no state. What is left out is what the act is called in its table. */
export interface ActNote {
  action?: string;
  label?: string;
  toState?: string | null;
  remark?: string | null;
  detail?: Record<string, unknown>;
}

/** What an act is called: the key and the words of its row. */
export interface ActName {
  action: string;
  label: string;
}

/** The columns of a record that its birth fills in by itself. */
type FromBirth = 'state' | 'stateSince' | 'dueAt' | 'revision';

/** A record before it is born; without an id it gets one. */
export type Unborn<Row extends WorkflowRecord> = DeepPartial<Omit<Row, FromBirth>> &
  Pick<Row, 'officeCode' | 'rulesDay'>;

/** The first line of a record's history, and the clock it is born with. */
export interface BirthWords extends ActName {
  remark?: string | null;
  detail?: Record<string, unknown>;
  /** Day the first state's clock counts from; today unless the law says otherwise. */
  startDay?: Day;
  /** No clock runs, though the first state has one: the record leaves it at once, or need not be answered. */
  clock?: false;
}

/** What an act asks of the step gate, which alone changes a state. */
export interface Gate {
  take<StateName extends string, Action extends string, Facts extends WorkflowFacts>(
    act: Act,
    table: Workflow<StateName, Action, Facts>,
    facts: Facts,
    action: NoInfer<Action>,
    words: ActWords & { now: Date },
  ): Promise<void>;
  born<StateName extends string, Action extends string, Facts extends WorkflowFacts, Row extends WorkflowRecord>(
    tx: Tx,
    table: Workflow<StateName, Action, Facts>,
    entity: EntityTarget<Row>,
    fields: Unborn<Row>,
    actor: Actor,
    words: BirthWords & { now: Date },
  ): Promise<Row>;
}

/**
 * Something being done: its transaction, who does it, and when. It is begun once (`Acts.begin`) and passed on, so that
 * whatever follows from it happens in one transaction, in one name and at one moment.
 */
export class Act {
  constructor(
    readonly tx: Tx,
    readonly actor: Actor,
    readonly now: Date,
    private readonly gate: Gate,
    private readonly name: ActName | null = null,
  ) {}

  get today(): Day {
    return dayOf(this.now);
  }

  /** The office of the doer's first post, for what belongs to no office itself; empty for whoever holds none. */
  get officeCode(): string {
    return this.actor.posts[0]?.officeCode ?? '';
  }

  /** The same act in another's name: what the county's own rule decides, the clock does. */
  as(actor: Actor): Act {
    return new Act(this.tx, actor, this.now, this.gate, this.name);
  }

  /** The same act under the name of its row. */
  called(name: ActName): Act {
    return new Act(this.tx, this.actor, this.now, this.gate, name);
  }

  /** A record is born: in its first state, with the clock of that state and the first line of its history. */
  async open<StateName extends string, Action extends string, Facts extends WorkflowFacts, Row extends WorkflowRecord>(
    table: Workflow<StateName, Action, Facts>,
    entity: EntityTarget<Row>,
    fields: Unborn<Row>,
    words: BirthWords,
  ): Promise<Row> {
    return this.gate.born(this.tx, table, entity, fields, this.actor, { ...words, now: this.now });
  }

  /** Takes a step on a locked record; refuses `step-not-open`, `not-your-step` or `step-blocked`. */
  async take<StateName extends string, Action extends string, Facts extends WorkflowFacts>(
    table: Workflow<StateName, Action, Facts>,
    facts: Facts,
    action: NoInfer<Action>,
    words: ActWords = {},
  ): Promise<void> {
    await this.gate.take(this, table, facts, action, { ...words, now: this.now });
  }

  /** Keeps changed columns of one record, by the commit at the latest: whoever must know here whether it went asks `tx`. */
  async keep<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    id: string,
    changes: QueryDeepPartialEntity<Row>,
  ): Promise<void> {
    soon(this.tx, this.tx.update(entity, { id } as never, changes));
  }

  /** Writes a line into the history of a record whose state stays as it is. */
  async note(subject: string, of: { id: string; officeCode: string }, note: ActNote = {}): Promise<void> {
    const name = { ...this.name, ...note };
    if (name.action === undefined || name.label === undefined) throw new TypeError(`A note of ${subject} has no name.`);
    const line = {
      ...name,
      action: name.action,
      label: name.label,
      subject,
      subjectId: of.id,
      officeCode: of.officeCode,
    };
    await record(this.tx, line, this.actor, this.now);
  }
}
