import type { Type } from '@nestjs/common';
import { type AnyWorkflow, type WorkflowFacts, growingCodes } from '#kernel';
import type { Letter, Series } from '#papers';
import type { Act, EvidenceFile, Reader, Tx, Value } from '#platform';
import type { CaseFile } from './case-file.entity.js';

/** A case waits for its answer, has it and still goes on, or is over. */
export type CasePhase = 'waiting' | 'answered' | 'over';

type Words = Readonly<Record<string, string>>;

/** Kinds of words that a definition brings; a code means the same in every kind. */
const dictionaries = ['topics', 'relations', 'outcomes', 'effects', 'grounds'] as const;

/** What a kind of case is, all of it: its words, its way, its letters, and what follows from it. */
export interface CaseKind {
  readonly kind: string;
  readonly word: string;
  readonly series: Series;
  /** What it can be about; who can bring it; how it can end, on which grounds, and what that does to what it is about. */
  readonly topics: Words;
  readonly relations?: Words;
  readonly outcomes: Words;
  readonly grounds?: Words;
  readonly effects?: Words;
  /** What an outcome does to what it is about; `chosen` where the outcome leaves a choice. */
  effectOf?(outcome: string, chosen: string | null): string;
  /** The kind of record it is about: the first part of its address, and its word. */
  readonly about: { readonly things: string; readonly word: string };
  /** Its states and steps, each state in a `CasePhase`. */
  readonly workflow: AnyWorkflow;
  /** What it is about waits for its answer. */
  readonly holds?: true;
  /** Nobody is named, so nobody waits for an answer, and no clock runs. */
  readonly anonymous?: true;
  /** The letter that goes out with a step. */
  readonly letters?: Readonly<Record<string, Letter<[never, never]>>>;
  /** What the lib of this kind does beside the engine, if anything. */
  readonly side?: Type<CaseSide>;
  /** What its page shows beside what every case has, and the partial that shows it, where that is not `case-letter`. */
  readonly own?: Value<object>;
  readonly page?: string;
}

/** The part of a case that the lib of its kind has. */
export interface CaseSide {
  /** Locks what the case is about, before the case itself is locked. */
  lock?(act: Act, file: CaseFile): Promise<void>;
  /** What its rules and its page ask beside the record and its files. */
  own?(reader: Reader | Tx, file: CaseFile): Promise<object>;
  /** What its letters say beside it. */
  letterFacts?(act: Act, facts: CaseFacts): Promise<object>;
  /** What follows from a step that was taken. */
  follow?(act: Act, facts: CaseFacts, action: string): Promise<void>;
}

/** A case, what its kind knows of it beside, and what is about to be said in it. */
export interface CaseFacts extends WorkflowFacts {
  record: CaseFile;
  kind: CaseKind;
  /** What was handed in with it, and what was signed about it. */
  files: readonly EvidenceFile[];
  /** What its own lib adds. */
  own: object;
  decision?: Pick<Decision, 'findings' | 'reasons' | 'rule'>;
  /** Why it is taken back. */
  reason?: string;
}

/** A decision, as it is written. */
export interface Decision {
  outcome: string;
  effect: string | null;
  /** 查明的情况: what was found out, and how. */
  findings: string;
  reasons: string;
  rule: string;
}

const kinds = new Map<string, CaseKind>();

/** The words of all kinds, by their codes; whole once every lib is loaded. */
export const caseWords = {
  kinds: growingCodes('CaseKind'),
  topics: growingCodes('CaseTopic'),
  relations: growingCodes('CaseRelation'),
  outcomes: growingCodes('CaseOutcome'),
  effects: growingCodes('CaseEffect'),
  grounds: growingCodes('CaseGround'),
};

/** Declares a kind of case. @throws TypeError where a kind or the meaning of a code is taken */
export function caseKind<const Kind extends CaseKind>(kind: Kind): Kind {
  if (kinds.has(kind.kind)) throw new TypeError(`There are two kinds of case ${kind.kind}.`);
  kinds.set(kind.kind, kind);
  caseWords.kinds[kind.kind] = kind.word;
  for (const name of dictionaries)
    for (const [code, word] of Object.entries(kind[name] ?? {})) {
      if ((caseWords[name][code] ??= word) !== word) throw new TypeError(`${kind.kind}: ${code} has two meanings.`);
    }
  return kind;
}

/** Every kind of case there is. */
export const caseKinds = (): readonly CaseKind[] => [...kinds.values()];

/** The kind of a case. */
export function kindOf({ kind }: Pick<CaseFile, 'kind'>): CaseKind {
  const found = kinds.get(kind);
  if (!found) throw new Error(`Nobody declares cases of the kind ${kind}.`);
  return found;
}

/** Whether a case still waits for its answer. */
export const waits = (file: Pick<CaseFile, 'kind' | 'state'>): boolean =>
  kindOf(file).workflow.states[file.state]?.phase === 'waiting';
