import type { Typed } from '#platform';
import { parcelsOf, termsOf } from '../agreed.js';
import type { TransferFacts } from '../transfer.facts.js';
import { ApplicationDraft } from './application-draft.entity.js';
import type { ReturnRow } from '../transfers.queries.js';

/** A draft with the state of the case that it has become, if it has. */
export type OpenDraft = ApplicationDraft & {
  state: string | null;
  code: string;
  /** What the last return asked for. */
  returned: Pick<ReturnRow, 'level' | 'defects'> | null;
};

/** A typed field as one text. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A typed field as a list. */
export function list(value: unknown): string[] {
  return [value].flat().filter((each): each is string => typeof each === 'string' && each !== '');
}

/** What was typed into a nested part, or nothing. */
export function partIn(typed: Typed | undefined, name: string): Typed {
  const found = typed?.[name];
  return typeof found === 'object' && !Array.isArray(found) ? (found as Typed) : {};
}

/** Parcels by their codes, with what was typed beside them; unticked ones have no code within. A program may send a list. */
export const linesIn = (draft: OpenDraft): [string, Typed][] =>
  Object.entries(partIn(draft.content.land, 'parcels')).map(([key, each]) => {
    const line = each as Typed;
    return [text(line['code']) || key, line];
  });

/** Whether the draft says who takes the land: not where it is who applies, nor where a case keeps whom it has. */
export const namesTransferee = ({ content, transferId, code }: OpenDraft): boolean =>
  content.side !== 'in' && (transferId === null || code !== '');

/** The first part as the application takes it, with the number that is kept apart. */
export function whoIn(draft: OpenDraft): Typed {
  const { transferee: _named, ...rest } = draft.content.who ?? {};
  if (!namesTransferee(draft)) return rest;
  return { ...rest, transferee: { ...partIn(draft.content.who, 'transferee'), number: draft.code } };
}

/** The parcels that are ticked, as the application takes them. */
export const parcelsIn = (draft: OpenDraft): Typed[] =>
  linesIn(draft).flatMap(([, line]) => (text(line['code']) === '' ? [] : [line]));

/** The application that a draft has become. */
export function applicationIn(draft: OpenDraft): Record<string, unknown> {
  const { contractIds: _contracts, issuer: _issuer, ...who } = whoIn(draft);
  return { ...who, parcels: parcelsIn(draft), ...draft.content.terms };
}

/** The three parts of a case, as if they had been typed. */
export function typedAnew(
  facts: TransferFacts,
  contractIds: readonly string[],
): Record<'who' | 'land' | 'terms', Typed> {
  const { kind, issuerCode, transfereeKind, transfereeName, ability } = facts.record;
  const terms = Object.entries(termsOf(facts.record)).filter(([, value]) => value !== null && value !== '');
  return {
    who: {
      ...{ kind, contractIds, ability },
      ...(kind === 'collective' ? { issuer: issuerCode } : {}),
      transferee: { kind: transfereeKind, name: transfereeName },
    },
    land: { parcels: Object.fromEntries(parcelsOf(facts.parcels).map((parcel) => [parcel.code, { ...parcel }])) },
    terms: Object.fromEntries(terms) as Typed,
  };
}
