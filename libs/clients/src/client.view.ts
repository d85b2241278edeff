import {
  type FormAct,
  type HistoryLine,
  type KeyShown,
  type Of,
  historyLineOf,
  historyView,
  offerOf,
  offerView,
  stateWords,
  value,
  view,
} from '#platform';
import { clientLabels as labels, programPosts } from './client.words.js';
import { clientWorkflow } from './client.workflow.js';
import type { ClientFacts } from './client.rules.js';

const keyView = view(
  'ApiKey',
  {
    id: value.id(),
    prefix: value.text(labels.key.prefix),
    madeBy: value.text(labels.key.madeBy),
    madeAt: value.moment(labels.key.madeAt),
    endsAt: value.maybe(value.moment(labels.key.endsAt)),
    revokedAt: value.maybe(value.moment(labels.key.revokedAt)),
    lastUsedAt: value.maybe(value.moment(labels.key.lastUsedAt)),
    runs: value.flag(labels.key.runs),
  },
  labels.key.title,
);

/** A program, to the administrator and to those who watch; its keys by their first letters alone. */
export const clientView = view(
  'ApiClient',
  {
    id: value.id(),
    revision: value.count(),
    bodyName: value.text(labels.bodyName),
    creditCode: value.text(labels.creditCode),
    name: value.text(labels.name),
    state: value.code(stateWords(clientWorkflow), labels.state),
    post: value.code(programPosts, labels.post),
    officeCode: value.text(labels.officeCode),
    place: value.text(labels.place),
    readsOnly: value.flag(labels.readsOnly),
    reason: value.text(labels.reason),
    askedBy: value.text(labels.askedBy),
    askedAt: value.moment(labels.askedAt),
    confirmedBy: value.maybe(value.text(labels.confirmedBy)),
    keys: value.many(keyView, labels.keys),
    acts: value.many(offerView),
    history: value.many(historyView),
  },
  labels.client,
);
export type Client = Of<typeof clientView>;

/** A key, told this once. */
export const newKeyView = view(
  'NewApiKey',
  {
    clientId: value.id(),
    bodyName: value.text(labels.bodyName),
    name: value.text(labels.name),
    key: value.text(labels.told.key),
    overlapDays: value.count(labels.told.overlapDays),
  },
  labels.told.title,
);
export type NewKey = Of<typeof newKeyView>;

/** What a program is shown from. */
export interface ClientSeen {
  facts: ClientFacts;
  place: string;
  runs: (key: KeyShown) => boolean;
  acts: readonly FormAct[];
  history: readonly HistoryLine[];
}

export function clientOf({ facts: { record, keys }, place, runs, acts, history }: ClientSeen): Client {
  const { id, revision, bodyName, creditCode, name, post, officeCode, readsOnly, reason, askedAt } = record;
  return {
    ...{ id, revision, bodyName, creditCode, name, post, officeCode, place, readsOnly, reason, askedAt },
    state: record.state as Client['state'],
    askedBy: record.askedByName,
    confirmedBy: record.confirmedByName,
    keys: keys.map((key) => ({ ...key, runs: runs(key) })),
    acts: acts.map(offerOf),
    history: history.map(historyLineOf),
  };
}
