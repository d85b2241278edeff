import { Injectable } from '@nestjs/common';
import { type Actor, type RecordFacts, actorsOf, holds, origins } from '#kernel';
import { generalProblems } from '../general.problems.js';
import { requestContext } from '../request-context.js';
import { refusalOf } from '../views/shared.view.js';
import { ActDesk, type AskedAct } from './act-desk.service.js';
import { rowsOf, stepsIn, stepsOf } from './act-rows.js';
import type { ActHead } from './act-table.js';
import { Acts } from './acts.service.js';
import { manyProblems } from './many.problems.js';
import type { ChosenRecord, ManyOutcome } from './many.view.js';

/** One record before the act: nothing has been done to it. */
export interface Chosen extends ChosenRecord {
  /** What its form would say above; null where it is not to be seen. */
  readonly head: ActHead | null;
}

/** An act before it is done to many, as it is called. */
export interface ManyAsked {
  readonly label: string;
  /** What cannot be undone; empty where it can. */
  readonly warning: string;
  readonly rows: readonly Chosen[];
}

type Many = Pick<AskedAct<RecordFacts>, 'table' | 'reader' | 'named'>;

/** An act done to many records: each through its own gate, in its own transaction, with its own outcome. */
@Injectable()
export class ManyActs {
  constructor(
    private readonly desk: ActDesk,
    private readonly acts: Acts,
  ) {}

  /** The acts that this person may do to some of these records of a kind. */
  offers(kind: string, rows: readonly { state: string }[], me: Actor): { label: string; href: string }[] {
    const states = new Set(rows.map(({ state }) => state));
    return this.of(kind).flatMap((many) => {
      const open = stepsFor(many).filter((step) => holds(me, ...actorsOf(step)));
      const step = open.find((each) => origins(each).some((state) => states.has(state)));
      return step ? [{ label: step.label, href: addressOf(kind, many.named.action) }] : [];
    });
  }

  /** What would come of it for each: nothing is changed. */
  async ask(kind: string, action: string, work: readonly string[], me: Actor): Promise<ManyAsked> {
    const many = this.find(kind, action, me);
    const rows: Chosen[] = [];
    for (const one of work) rows.push(await this.look(many, one, me));
    return { label: labelOf(many), warning: stepsFor(many)[0]?.confirm ?? '', rows };
  }

  /**
   * Does the act to each in turn. Under the key of a request each comes to one result, refused or done, so that a repeat gets
   * for each what came of it the first time.
   */
  async press(
    kind: string,
    action: string,
    work: readonly string[],
    me: Actor,
  ): Promise<{ label: string; outcomes: readonly ManyOutcome[] }> {
    const many = this.find(kind, action, me);
    const outcomes: ManyOutcome[] = [];
    for (const one of work) outcomes.push(await this.one(many, one, me));
    return { label: labelOf(many), outcomes };
  }

  private of(kind: string): Many[] {
    return this.desk.tables
      .filter(({ table }) => table.subject === kind)
      .flatMap(({ table, reader }) => rowsOf(table).map((named) => ({ table, reader, named })))
      .filter(({ named }) => named.row.many === true);
  }

  private find(kind: string, action: string, me: Actor): Many {
    const found = this.of(kind).find(({ named }) => named.action === action);
    const readers = found?.table.readers;
    if (!found || (readers && !holds(me, ...readers))) throw generalProblems.notFound();
    return found;
  }

  private async look(many: Many, work: string, me: Actor): Promise<Chosen> {
    const { asked, at } = partsOf(many, work);
    let head: ActHead | null = null;
    let seen = work;
    try {
      if (asked === null) throw manyProblems.otherKind();
      const facts = await this.desk.read(asked, me);
      head = many.table.head(facts, me);
      seen = `${many.table.subject}:${asked.id}:${facts.record.revision ?? 0}`;
      const blockers = this.desk.stepOf(asked, facts, me)?.blockers ?? [];
      return { work: seen, at, number: head.trail.label, head, blockers, problem: null };
    } catch (error) {
      return { work: seen, at, number: head?.trail.label ?? '', head, blockers: [], problem: refusalOf(error) };
    }
  }

  private async one(many: Many, work: string, me: Actor): Promise<ManyOutcome> {
    const { asked, at, seen } = partsOf(many, work);
    try {
      if (asked === null) throw manyProblems.otherKind();
      return await onRevision(seen, () =>
        this.acts.begin(me, async (begun) => {
          const { facts } = await this.desk.within(begun, asked, {});
          return { work, at, number: many.table.head(facts, me).trail.label, problem: null };
        }),
      );
    } catch (error) {
      const problem = refusalOf(error);
      const { number } = await this.look(many, work, me);
      return this.acts.begin(me, () => Promise.resolve({ work, at, number, problem }));
    }
  }
}

/** Where an act is asked for and done to many records of a kind. */
export const addressOf = (kind: string, action: string): string => `/desk/acts/${kind}/${action}`;

const stepsFor = ({ table, named }: Many) => stepsIn(table.workflow).filter(({ on }) => stepsOf(named).includes(on));

const labelOf = (many: Many): string => stepsFor(many)[0]?.label ?? '';

function partsOf(many: Many, work: string) {
  const [kind, id = '', revision] = work.split(':');
  const ours = kind === many.table.subject;
  return {
    asked: ours ? { ...many, id, at: {} } : null,
    at: ours ? `/${many.table.things}/${id}` : '',
    seen: revision === undefined ? null : [revision],
  };
}

/** The gate refuses what was decided on another revision, as it does for a single act with If-Match. */
function onRevision<Result>(ifMatch: readonly string[] | null, work: () => Promise<Result>): Promise<Result> {
  const store = requestContext.getStore();
  return store ? requestContext.run({ ...store, ifMatch }, work) : work();
}
