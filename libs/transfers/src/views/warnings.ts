import { type Day, termExceedsYears, termMonths } from '#kernel';
import { withoutSome } from '#parties';
import { type Of, value, view } from '#platform';
import { isNone } from '../declared.js';
import { reservationEnds } from '../reservation.rules.js';
import { contractorMoved } from '../ground.rules.js';
import type { ParcelFact } from '../transfers.queries.js';
import type { TransferFacts } from '../transfer.facts.js';
import { warningCodes, warningParts } from './transfer-page.words.js';

/** Not a blocker: what the page warns of. */
export const warningView = view('TransferWarning', {
  code: value.code(warningCodes, warningParts.code),
  said: value.maybe(value.text(warningParts.said)),
  limit: value.maybe(value.count(warningParts.limit)),
  lastDay: value.maybe(value.day(warningParts.lastDay)),
});

export type TransferWarning = Of<typeof warningView>;

const warn = (
  code: TransferWarning['code'],
  told: { said?: string; limit?: number; lastDay?: Day } = {},
): TransferWarning => ({
  code,
  said: told.said ?? null,
  limit: told.limit ?? null,
  lastDay: told.lastDay ?? null,
});

export function warningsOf(facts: TransferFacts): TransferWarning[] {
  const { term, renews, record } = facts;
  const { longTermWarnYears, reservationDays, certificateMinYears } = facts.parameters;
  const { lease, credit } = record.declared ?? {};
  const lastDay = reservationEnds(facts);
  return [
    ...(!lease || isNone(lease) ? [] : [warn('lease_declared', { said: lease })]),
    ...(!credit || isNone(credit) ? [] : [warn('credit_declared', { said: credit })]),
    // 民法典第705条 is disputed for management rights.
    ...(termExceedsYears(term, longTermWarnYears) ? [warn('long_term', { limit: longTermWarnYears })] : []),
    ...(lastDay === null ? [] : [warn('reservation_ends', { limit: reservationDays, lastDay })]),
    // Said from the draft on, so that nobody waits for a certificate that will not come.
    ...(termMonths(term) < certificateMinYears * 12 ? [warn('no_certificate', { limit: certificateMinYears })] : []),
    ...withoutSome(facts.consents).map(({ householdName, declared, members }) =>
      warn('members_missing', { said: householdName, limit: (declared ?? 0) - members.length }),
    ),
    ...named(facts, 'contractor_moved', contractorMoved),
    ...named(
      facts,
      'contract_changed',
      (parcel) => parcel.acceptedContract !== null && parcel.acceptedContract !== parcel.contractCode,
    ),
    ...(renews?.mortgagees ?? []).map((said) => warn('mortgaged_before', { said })),
  ];
}

/** Which parcels of a case something has become of. */
function named(
  { parcels, record }: TransferFacts,
  code: TransferWarning['code'],
  which: (parcel: ParcelFact, kind: string) => boolean,
): TransferWarning[] {
  const names = parcels.filter((parcel) => which(parcel, record.kind)).map(({ name }) => name);
  return names.length === 0 ? [] : [warn(code, { said: names.join('、') })];
}
