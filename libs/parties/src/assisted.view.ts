import { type HistoryLine, type Of, value, view } from '#platform';
import type { AssistedSession } from './assisted-session.entity.js';
import { assistedEnds, assistedLabels as labels, identityReadings } from './assisted.words.js';
import type { PartyRow } from './parties.queries.js';

/** What a clerk is told before anything is done for a person. */
export const assistanceView = view(
  'Assistance',
  { idleMinutes: value.count(labels.form.idleMinutes), readAloud: value.text(labels.form.readAloud) },
  labels.form.title,
);
export type Assistance = Of<typeof assistanceView>;

export const begunView = view(
  'AssistanceBegun',
  { id: value.id(), partyId: value.id(labels.begun.partyId), name: value.text(labels.begun.name) },
  labels.begun.title,
);
export type Begun = Of<typeof begunView>;

export const endedView = view('AssistanceEnded', { id: value.id() }, labels.ended);
export type Ended = Of<typeof endedView>;

const actView = view(
  'AssistedAct',
  { label: value.text(labels.act.label), at: value.moment(labels.act.at) },
  labels.act.title,
);

/** What the person takes home: who stood there, what was done, where to ask. */
export const receiptView = view(
  'AssistanceReceipt',
  {
    id: value.id(),
    name: value.text(labels.receipt.name),
    party: value.maybe(value.text(labels.receipt.party)),
    clerk: value.text(labels.receipt.clerk),
    witness: value.text(labels.receipt.witness),
    identityRead: value.code(identityReadings, labels.receipt.identityRead),
    readAloud: value.text(labels.form.readAloud),
    startedAt: value.moment(labels.receipt.startedAt),
    endedAt: value.maybe(value.moment(labels.receipt.endedAt)),
    endReason: value.maybe(value.code(assistedEnds, labels.receipt.endReason)),
    paper: value.maybe(value.href(labels.receipt.paper)),
    acts: value.many(actView, labels.receipt.acts),
  },
  labels.receipt.title,
);
export type Receipt = Of<typeof receiptView>;

export function receiptOf(
  session: AssistedSession,
  person: PartyRow,
  party: PartyRow,
  acts: readonly Pick<HistoryLine, 'label' | 'moment' | 'subject'>[],
): Receipt {
  const { id, witness, identityRead, readAloud, startedAt, endedAt, endReason } = session;
  return {
    ...{ id, witness, identityRead, readAloud, startedAt, endedAt, endReason },
    name: person.name,
    party: party.id === person.id ? null : party.name,
    clerk: session.clerkName,
    paper: acts.some((act) => act.subject === 'transfer') ? `/assisted/${id}/receipt` : null,
    acts: acts.map(({ label, moment: at }) => ({ label, at })),
  };
}
