import type { Blocker } from './blocker.js';

/** One wrong field of an input: a JSON pointer into the body and what to do about it. */
export interface FieldError {
  pointer: string;
  detail: string;
}

/** What a refusal may carry beside its name (RFC 9457, extension members). */
export interface ProblemMembers {
  detail?: string;
  way?: { href: string; label: string };
  article?: string;
  blockers?: readonly Blocker[];
  errors?: readonly FieldError[];
  open?: readonly { action: string; label: string }[];
  retryAfter?: number;
  location?: string;
}

/** A refusal with a name. Anything else that is thrown is a defect and is answered as 500 without detail. */
export class Problem extends Error {
  constructor(
    readonly type: string,
    readonly status: number,
    readonly title: string,
    readonly members: ProblemMembers = {},
  ) {
    super(`${type}: ${title}`);
    this.name = 'Problem';
  }
}

/** A declared refusal: call it to make the Problem that is thrown. */
export interface ProblemKind {
  (members?: ProblemMembers): Problem;
  type: string;
  status: number;
  title: string;
  explanation: string;
  /** The field that it speaks about, where it speaks of one. */
  at: string | undefined;
}

const declared = new Map<string, ProblemKind>();

/**
 * Declares a refusal once, with its status and Chinese title. `type` becomes `/problems/<type>`, a page that explains it.
 * `at` names the field of an input that it speaks about: whoever filled the form in is told there. Declaring the same type
 * twice is a defect and throws.
 */
export function problem(type: string, status: number, title: string, explanation = '', at?: string): ProblemKind {
  if (declared.has(type)) throw new TypeError(`Problem ${type} is declared twice.`);
  const told = (members: ProblemMembers): ProblemMembers =>
    at === undefined || members.errors
      ? members
      : { ...members, errors: [{ pointer: `#/${at}`, detail: members.detail ?? title }] };
  const kind = Object.assign((members: ProblemMembers = {}) => new Problem(type, status, title, told(members)), {
    ...{ type, status, title, explanation, at },
  });
  declared.set(type, kind);
  return kind;
}

/** What a refusal means in general: said to a person where the refusal itself says no more. */
export function explanationOf(type: string): string {
  return declared.get(type)?.explanation ?? '';
}

/** Every refusal this process can give, for the pages under `/problems/`. */
export function declaredProblems(): readonly ProblemKind[] {
  return [...declared.values()];
}
