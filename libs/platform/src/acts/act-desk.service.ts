import { Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { type Actor, Clock, type RecordFacts, type WorkflowFacts } from '#kernel';
import { Database } from '../database.js';
import { asksScans, formOf } from '../fields/form-of.js';
import { type Heard, refuseHeard } from '../fields/sound.js';
import { ActInputs, type Rules } from './act-inputs.service.js';
import { Done, Shown } from '../page.js';
import { generalProblems } from '../general.problems.js';
import { idempotencyProblems } from '../idempotency.problems.js';
import { type OpenStep, blockersOf, checkRevision, refuseBlocked } from '../step-rules.js';
import { Steps } from '../steps.js';
import type { Act } from '../act.js';
import { formWords } from './act.words.js';
import { type FormWords, helpWords, onward, stepWords } from './act-page.js';
import { type NamedRow, addressOf, isOffered, methodOf, ownWords, postsOf, stepHere, wordsIn } from './act-rows.js';
import { type ActPath, type ActTable, type RecordForm, type Elsewhere, type ShownBeside } from './act-table.js';
import { asksAgain } from './act-offers.js';
import type { ActForm } from './act-form.js';
import { Acts } from './acts.service.js';
import { refuseOthers, tableFor } from './who-may-ever.js';

/** How a noun's acts come by the facts of a record, and what they answer. */
export interface ActReader<Facts> {
  /** Locks the record and gathers what its rules ask; refuses who may not see it. */
  locked: (act: Act, id: string, at: ActPath) => Promise<Facts>;
  /** Locks the record where no rule is asked. */
  touched?: (act: Act, id: string, at: ActPath) => Promise<object>;
  /** The facts for a page, without the lock. */
  read: (id: string, me: Actor, at: ActPath) => Promise<Facts>;
  /** The record, or what of it the address names, as this reader sees it after the act. */
  see: (id: string, me: Actor, at: ActPath) => Promise<object>;
}

/** An act as its address names it: whose, which record, which act. */
export interface AskedAct<Facts extends RecordFacts> {
  table: ActTable<Facts>;
  /** Whoever reads the record; null where there is no single one. */
  reader: Type<ActReader<Facts>> | null;
  named: NamedRow<Facts>;
  id: string;
  at: ActPath;
}

/** The one place where every act of a table is asked for and done. */
@Injectable()
export class ActDesk {
  private readonly readers = new Map<string, Type>();
  /** Every table with a reader, by the kind of record it is about. */
  readonly tables: Pick<AskedAct<RecordFacts>, 'table' | 'reader'>[] = [];

  constructor(
    private readonly modules: ModuleRef,
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly steps: Steps,
    private readonly inputs: ActInputs,
    private readonly clock: Clock,
  ) {}

  /** Whoever reads a kind of record; an act of another kind may lead to it. */
  register<Facts extends RecordFacts>(table: ActTable<Facts>, reader: Type<ActReader<Facts>>): void {
    this.readers.set(table.things, reader);
    this.tables.push({ table, reader } as unknown as (typeof this.tables)[number]);
  }

  /** The form of an act: to a program what it asks and what stands in its way, to a person the page. */
  async form<Facts extends RecordFacts>(asked: AskedAct<Facts>, me: Actor): Promise<Shown> {
    const { named, id, at } = asked;
    const { row, help, action } = named;
    const facts = await this.read(asked, me);
    const table = tableFor(asked.table, facts);
    const step = this.stepOf({ ...asked, table }, facts, me);
    const blockers = step?.blockers ?? blockersOf(help ?? {}, facts, me, this.clock.now());
    const form = (await row.form?.(facts, me, at, this.database.reader)) ?? {};
    const view: ActForm = {
      ...{ action, subject: table.subject, id: id === '' ? null : id, revision: facts.record.revision ?? 0 },
      href: addressOf(table, id, row.noun, at),
      posts: postsOf(table, named),
      blockers,
      input: row.asks ? { $ref: `/api/openapi.json#/components/schemas/${row.asks.name}` } : null,
      choices: Object.fromEntries(
        Object.entries(form.choices ?? {}).map(([name, words]) => [name, Object.keys(words)]),
      ),
      values: { ...form.values },
    };
    return new Shown(view, () => {
      refuseBlocked(blockers);
      const words = step ? stepWords({ ...step, ...ownWords(row, facts) }) : helpWords(help, facts);
      return this.page(asked, facts, me, words, form);
    });
  }

  /** Does the act: its input is looked at whole, its files are kept, then everything happens in one transaction. */
  async press<Facts extends RecordFacts>(
    asked: AskedAct<Facts>,
    me: Actor,
    request: FastifyRequest,
  ): Promise<Done | Shown> {
    const { row } = asked.named;
    await refuseOthers(asked, me, () => this.read(asked, me));
    const input = await this.inputs.read(row.asks, me, request, this.rulesFor(asked, me));
    let told: Shown | undefined;
    const led = await this.acts.begin(me, async (begun) => {
      const { facts, done } = await this.within(begun, asked, input);
      if (row.tells === undefined) return done;
      // What is told this once is not among what is kept for a repeat, which is refused.
      told = done?.view
        ? new Shown(done.view, { title: done.said ?? row.said ?? wordsIn(row.label ?? '', facts) })
        : undefined;
      return undefined;
    });
    if (row.tells === undefined) return this.done(asked, me, led ?? {});
    if (told === undefined) throw idempotencyProblems.done();
    return told;
  }

  /** Does an act within one that was begun, and answers what was known of its record under the lock. */
  async within<Facts extends RecordFacts>(begun: Act, asked: AskedAct<Facts>, input: object) {
    const { row, help, action } = asked.named;
    const facts = await this.locked(asked, begun);
    // A step asks these of itself, where it is taken.
    if (help) checkRevision(facts);
    if (help) refuseBlocked(blockersOf(help, facts, begun.actor, begun.now));
    const act = help ? begun.called({ action, label: wordsIn(help.label, facts) }) : begun;
    // Its own checks name what is wrong; what they let through while its form is closed is taken back. A light act knows too little.
    const offered = !help || help.light === true || isOffered(help, facts, begun.actor, begun.now);
    if (row.asks && offered) refuseHeard(row.asks, await this.heard(asked, act, facts, input));
    const done = await this.doer<Doing<Facts>>(row)[methodOf(action)]?.(act, facts, input, asked.at);
    if (!offered) throw generalProblems.notFound();
    if (row.asks) await this.inputs.remember(begun, row.asks, input);
    return { facts, done };
  }

  /** What is known of the record, as this person may see it. */
  async read<Facts extends RecordFacts>(asked: AskedAct<Facts>, me: Actor): Promise<Facts> {
    return (await this.readerOf(asked)?.read(asked.id, me, asked.at)) ?? ofNone<Facts>();
  }

  private async locked<Facts extends RecordFacts>(asked: AskedAct<Facts>, act: Act): Promise<Facts> {
    const { named, id, at } = asked;
    const reader = this.readerOf(asked);
    if (!reader) return ofNone<Facts>();
    if (named.help?.light === true && reader.touched) return (await reader.touched(act, id, at)) as Facts;
    return reader.locked(act, id, at);
  }

  /** Where an act leads, and what it answers. */
  private done<Facts extends RecordFacts>(asked: AskedAct<Facts>, me: Actor, led: Partial<Elsewhere>): Done {
    const { table, named, at } = asked;
    const { things = table.things, id = asked.id, under, said = named.row.said } = led;
    const found = this.readers.get(things) ?? asked.reader;
    const see = found && (() => this.modules.get<ActReader<Facts>>(found, { strict: false }).see(id, me, at));
    const page = under === undefined || under.startsWith('?') ? (under ?? '') : `/${under}`;
    const place = onward(at) ?? `/${things}${id === '' ? '' : `/${id}`}${page}`;
    return new Done(place, led.view === undefined ? see : led.view, said);
  }

  private readerOf<Facts extends RecordFacts>({ reader }: AskedAct<Facts>): ActReader<Facts> | undefined {
    return reader ? this.modules.get<ActReader<Facts>>(reader, { strict: false }) : undefined;
  }

  /** The step as it stands for this person, or null for an act that moves no state; refuses what is not open. */
  stepOf<Facts extends RecordFacts>(
    { table: asked, named }: AskedAct<Facts>,
    facts: Facts,
    me: Actor,
  ): OpenStep | null {
    const table = tableFor(asked, facts);
    const now = this.clock.now();
    const { help } = named;
    if (help === null && table.workflow !== null) {
      // Only a table with a workflow has steps, and its facts are what that workflow's rules ask.
      const of = facts as unknown as WorkflowFacts;
      return this.steps.stepFor(table.workflow, of, stepHere(table, named, of), me, now);
    }
    if (!help || !isOffered(help, facts, me, now)) throw generalProblems.notFound();
    return null;
  }

  /** What the act's own rules have to say of what is sound of its input. */
  private async heard<Facts extends RecordFacts>(
    { named, at }: AskedAct<Facts>,
    act: Act,
    facts: Facts,
    sound: object,
  ) {
    const rules = this.doer<Ruling<Facts>>(named.row);
    return (await rules[`${methodOf(named.action)}Faults`]?.(act, facts, sound, at)) ?? [];
  }

  /** The rules of an act that is refused anyway, as far as this person may hear them. */
  private rulesFor<Facts extends RecordFacts>(asked: AskedAct<Facts>, me: Actor): Rules | null {
    const { row, help, action } = asked.named;
    if (!this.doer(row)[`${methodOf(action)}Faults`]) return null;
    return async (act, sound) => {
      const facts = await this.locked(asked, act);
      const open = !help || help.light === true || isOffered(help, facts, me, act.now);
      return open ? this.heard(asked, act, facts, sound) : [];
    };
  }

  private doer<Method>({ by }: NamedRow<never>['row']): Record<string, Method> {
    return this.modules.get<Record<string, Method>>(by, { strict: false });
  }

  private async page<Facts extends RecordFacts>(
    asked: AskedAct<Facts>,
    facts: Facts,
    me: Actor,
    words: FormWords,
    form: RecordForm,
  ): Promise<object> {
    const { row } = asked.named;
    const head = asked.table.head(facts, me);
    const next = onward(asked.at);
    const all = row.asks ? formOf(row.asks, form) : [];
    const drawn = form.fields ? form.fields(all) : all;
    const shows = row.beside && this.modules.get<Showing<Facts>>(row.beside, { strict: false });
    const { values, ...beside } = (await shows?.beside(facts, me, asked.at)) ?? {};
    return {
      ...beside,
      title: form.title ?? words.title,
      trail: { steps: [head.trail], here: form.title ?? words.title, code: false },
      text: [...words.text, ...(form.text ?? []), ...(row.fresh ? [asksAgain(row)] : [])],
      facts: [...head.facts, ...(form.facts ?? [])],
      warning: words.warning,
      act: {
        label: words.press,
        href:
          addressOf(asked.table, asked.id, row.noun, asked.at) +
          (next === null ? '' : `?next=${encodeURIComponent(next)}`),
        tone: words.tone,
        fields: drawn,
        multipart: row.asks !== undefined && asksScans(row.asks),
      },
      values: { ...form.values, ...(await this.inputs.offered(drawn, form.values ?? {}, me)), ...values },
      back: next === null ? head.back : { href: next, label: formWords.backOnTheWay },
    };
  }
}

type Showing<Facts> = { beside: (facts: Facts, me: Actor, at: ActPath) => Promise<ShownBeside> };
type Ruling<Facts> = (act: Act, facts: Facts, sound: object, at: ActPath) => Promise<readonly Heard[]>;
type Doing<Facts> = (act: Act, facts: Facts, input: object, at: ActPath) => Promise<Elsewhere | void>;

/** The facts of acts that are about no single record. */
const ofNone = <Facts extends RecordFacts>(): Facts => ({ record: { id: '' } }) as unknown as Facts;
