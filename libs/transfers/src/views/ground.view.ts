import type { Actor } from '#kernel';
import { type Of, value, view } from '#platform';
import { landChangeKinds } from '#rights';
import type { TransferFacts } from '../transfer.facts.js';
import { groundParts } from './transfer-page.words.js';

/** What the register was, or is to be, changed of a case's land. */
export const groundView = view('TransferGround', {
  /** The change itself, for the staff to whom it is open. */
  changeId: value.maybe(value.id()),
  open: value.flag(groundParts.open),
  differences: value.many(
    view('TransferGroundDifference', {
      kind: value.code(landChangeKinds, groundParts.kind),
      before: value.maybe(value.text(groundParts.before)),
      after: value.maybe(value.text(groundParts.after)),
    }),
    groundParts.differences,
  ),
  payee: value.maybe(value.text(groundParts.payee)),
  confirmedOn: value.maybe(value.day(groundParts.confirmedOn)),
});

/** Parties read of other households what they were told in writing, and no more. */
export const groundOf = ({ ground }: TransferFacts, reader: Actor): Of<typeof groundView>[] =>
  ground.map(({ id, state, differences, told, payee, confirmedOn }) => {
    const staff = reader.kind === 'staff';
    return {
      ...{ changeId: staff ? id : null, open: state === 'open', payee, confirmedOn },
      differences: differences.map(({ kind, before, after }) => ({
        kind: kind as keyof typeof landChangeKinds,
        ...(staff || told ? { before, after } : { before: null, after: null }),
      })),
    };
  });
