import type { Type } from '@nestjs/common';
import { type Actor, type AnyWorkflow, type Post, type RecordFacts, type Step } from '#kernel';
import type { Value } from '../views/values.js';
import type { FormField } from '../form-fields.js';
import type { Act } from '../act.js';
import type { Heard, Sound } from '../fields/sound.js';
import type { Reader } from '../transaction.js';

/** Where an act leads, if not back to its record, and what is said instead of the row's words. */
export interface Elsewhere {
  /** The first part of the address, if it is another kind of record. */
  things?: string;
  /** Empty where it leads to what lists them. */
  id: string;
  /** A page under the record: `parcels/3701…`, or what its own page is asked: `?town=3701…`. */
  under?: string;
  said?: string;
  /**
   * Answered instead of the record: what is shown this once, or what its doer may not read again. Null where there is nothing to
   * see: a program gets what is said and where to look (`doneView`).
   */
  view?: object | null;
}

/** The parts of an act's address beside its record: `/deposits/:id/disbursements/:disbursement/approval`. */
export type ActPath = Readonly<Record<string, string>>;

/** What the record at hand changes in the form of an act. */
export interface RecordForm {
  title?: string;
  text?: readonly string[];
  /** What stands above the fields beside what the head says of the record. */
  facts?: ActHead['facts'];
  values?: Readonly<Record<string, unknown>>;
  /** What may be picked in a field, by its name: code and words. */
  choices?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Where the form of the input's class is not the form of this record. */
  fields?: (drawn: readonly FormField[]) => readonly FormField[];
}

/** How the form of an act depends on its record: what has been typed before, among whom is chosen. */
export type FormOf<Facts> = (facts: Facts, me: Actor, at: ActPath, reader: Reader) => RecordForm | Promise<RecordForm>;

/** What a page of its own shows beside the fields of its form. */
export type ShownBeside = Readonly<Record<string, unknown>> & { values?: Readonly<Record<string, unknown>> };

/** What stands above a form: the record it is about, and the way back. */
export interface ActHead {
  trail: { href: string; label: string };
  facts: readonly { label: string; value: string; href: string }[];
  back: { href: string; label: string };
}

/** The method that does an act: `replace` is done by `replace`. */
type MethodOf<Key extends string> = Key extends `${infer Head}_${infer Rest}`
  ? `${Head}${Capitalize<MethodOf<Rest>>}`
  : Key extends `${infer Head}-${infer Rest}`
    ? `${Head}${Capitalize<MethodOf<Rest>>}`
    : Key;

/**
 * Its class has a method of the act's name. Beside it, `…Faults` says what its fields owe to each other and to the register, as far
 * as they are sound: it is asked before the act, and beside what the input's class finds wrong.
 */
type Doer<Key extends string, Facts, Input> = Type<
  {
    [Name in MethodOf<Key>]: (act: Act, facts: Facts, input: Input, at: ActPath) => Promise<Elsewhere | void>;
  } & {
    [Name in `${MethodOf<Key>}Faults`]?: (
      act: Act,
      facts: Facts,
      input: Sound<Input>,
      at: ActPath,
    ) => Promise<readonly Heard[]> | readonly Heard[];
  }
>;

interface Row<Key extends string, Facts, Input> {
  /**
   * The noun of its address under the record; it may have parts of its own, `disbursements/:disbursement/approval`. Empty where it adds
   * one more to what its table is about: `POST /seals`.
   */
  noun: string;
  /** The noun it had before: that address leads here, since people have it in their bookmarks and programs in their code. */
  was?: string;
  /** The same address lists what is there already, so that its form stands under it, at `new`. */
  listed?: true;
  /** Whose method of the act's name does it. */
  by: Doer<Key, Facts, Input>;
  /** What has to be filled in; without it the act is pressed as it is. */
  asks?: Type<Input>;
  form?: FormOf<Facts>;
  /** Said when it is done. */
  said?: string;
  /** Asks for a second factor shown just now. */
  fresh?: true;
  /** Open to people who have not signed in. */
  public?: true;
  /** A template of its own instead of `confirm`. */
  page?: string;
  /** Who gathers what such a page shows beside the fields; its `values` come before those of the form. */
  beside?: Type<{ beside: (facts: Facts, me: Actor, at: ActPath) => Promise<ShownBeside> }>;
  /** Its answer is a page of its own, headed by what is said, with the `view` of its method: told this once, kept by nobody. */
  tells?: string;
  /** Its form stands on the record's own page, not behind a link. */
  here?: true;
  /** What it answers with, where that is not the view of its table; `doneView` where it leads to no record. */
  gives?: Value<unknown>;
}

/** An act that takes a step of the workflow: words, posts, rules and question stand there. */
export interface StepRow<Key extends string, Facts, Input, Action extends string = string> extends Row<
  Key,
  Facts,
  Input
> {
  /**
   * The steps it takes, where that is not the one of its own name: which of several, its method finds out. Several acts may
   * take one step: what surveyors measure, photograph and find is each one more `record`.
   */
  takes?: readonly Action[];
  /**
   * It may be done to many records at once, each through its own gate: what a desk does to a heap. For acts that are pressed
   * as they are, since nothing is typed that would hold for one record alone.
   */
  many?: true;
  /** Its own words, where the step's are not those of this act. */
  label?: string | ((facts: Facts) => string);
  hint?: string | ((facts: Facts) => string);
}

/** An act that moves no state: what is brought to a record, or written beside it. */
export interface HelpRow<Key extends string, Facts, Input> extends Row<Key, Facts, Input> {
  label: string | ((facts: Facts) => string);
  hint?: string | ((facts: Facts) => string);
  /** What the form says above its fields. */
  text?: readonly string[];
  /** Its button, where that says another thing than the link to it. */
  press?: string;
  tone?: 'solid' | 'quiet' | 'grave';
  /** Asked before what cannot be undone. */
  confirm?: string;
  /** Who finds it on the record's page, everybody if not said; the act itself asks its own rules. */
  when?: (facts: Facts, me: Actor, now: Date) => boolean;
  /** What may stand in its way; who finds it sees why he cannot press it. */
  needs?: NonNullable<Step<string, string, Facts>['needs']>;
  /** No rule is asked: the record is locked, and nothing else of its facts is read (`ActReader.touched`). */
  light?: true;
  /** It stands after the steps on the page. */
  last?: true;
  /** The timeline tells it, though the state stays: each time, or the times of a day in one line. */
  told?: 'each' | 'summed';
  /** The posts that do it; to others its address is closed. */
  posts?: readonly Post[];
}

/** The catalogue of what a person can do with a record. */
export interface ActTable<Facts extends RecordFacts> {
  /** The first part of its addresses: `transfers`. */
  things: string;
  /** The kind of record, as its history names it. */
  subject: string;
  /**
   * The part of the address that names a record: `id`, a UUID, if not said; its own key, such as `office`; null where the acts
   * are about no single one, as `/seals` and `/calendar/years`.
   */
  named?: string | null;
  /** Its states and steps; null where a record has none. */
  workflow: AnyWorkflow | null;
  /** The states and steps of this very record, where kinds of one table have their own; `workflow` then stands for all in the document. */
  workflowOf?: (facts: Facts) => AnyWorkflow;
  /** The posts to which such records are open at all; all posts if not said. */
  readers?: readonly Post[];
  head: (facts: Facts, me: Actor) => ActHead;
  steps: Readonly<Record<string, StepRow<string, Facts, object>>>;
  helps: Readonly<Record<string, HelpRow<string, Facts, object>>>;
  /** The view of the record: what its acts answer a program with. */
  gives?: Value<unknown>;
}
