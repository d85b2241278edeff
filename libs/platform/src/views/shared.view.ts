import { Problem, codes } from '#kernel';
import { blockerValue } from './blocker.view.js';
import type { Deadline } from '../deadlines.js';
import type { FormAct } from '../form-fields.js';
import type { HistoryLine } from '../history.js';
import { type Of, value, view } from './values.js';
import { sharedLabels } from './views.words.js';
import type { EvidenceFile } from '../evidence-sight.js';

const { deadline, history, offer, file, point, done, refusal } = sharedLabels;

/** What an act answers where no record is to be seen: what is said, and where to look next. */
export const doneView = view('Done', { said: value.text(done.said), href: value.href(done.href) }, done.title);
export type DoneView = Of<typeof doneView>;

/** Why one of many was left out: the name and the words of its refusal. */
export const refusalView = view(
  'Refusal',
  { type: value.text(refusal.type), title: value.text(refusal.titled), detail: value.text(refusal.detail) },
  refusal.title,
);
export type Refusal = Of<typeof refusalView>;

/** The refusal that was thrown. @throws what is none */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Problem)) throw error;
  return { type: error.type, title: error.title, detail: error.members.detail ?? '' };
}

/** A running deadline. */
export const deadlineView = view(
  'Deadline',
  {
    start: value.day(deadline.start),
    lastDay: value.day(deadline.lastDay),
    dueAt: value.moment(deadline.dueAt),
    provisional: value.flag(deadline.provisional),
  },
  deadline.title,
);

export const deadlineOf = ({ start, lastDay, dueAt, provisional }: Deadline): Of<typeof deadlineView> => ({
  ...{ start, lastDay, dueAt, provisional },
});

/** A line of a record's history. */
export const historyView = view(
  'HistoryLine',
  {
    action: value.text(history.action),
    label: value.text(history.label),
    at: value.moment(history.at),
    by: value.text(history.by),
    remark: value.maybe(value.text(history.remark)),
  },
  history.title,
);

export const historyLineOf = ({ action, label, moment, actorName, remark }: HistoryLine): Of<typeof historyView> => ({
  ...{ action, label, at: moment, by: actorName, remark },
});

/** What this reader may do with a record; its address answers with the form (`ActForm`). */
export const offerView = view(
  'Offer',
  {
    action: value.text(offer.action),
    label: value.text(offer.label),
    href: value.href(),
    enabled: value.flag(offer.enabled),
    blockers: value.many(blockerValue, offer.blockers),
  },
  offer.title,
);

export const offerOf = ({ action, label, href, enabled, blockers }: FormAct): Of<typeof offerView> => ({
  ...{ action, label, href, enabled, blockers },
});

const pointView = view('Point', { longitude: value.text(file.longitude), latitude: value.text(file.latitude) }, point);

/** A file that was kept as evidence. */
export const fileView = view(
  'EvidenceFile',
  {
    id: value.id(),
    name: value.text(file.name),
    href: value.href(),
    takenAt: value.maybe(value.moment(file.takenAt)),
    point: value.maybe(pointView),
    sha256: value.text(file.sha256),
  },
  file.title,
);

export const fileOf = ({ id, name, takenAt, point: where, sha256 }: EvidenceFile): Of<typeof fileView> => ({
  ...{ id, name, href: `/files/${id}`, takenAt, sha256 },
  point: where && { longitude: where.longitude, latitude: where.latitude },
});

/** The states of a workflow, each with its word. */
export function stateWords<State extends string>(of: {
  subject: string;
  states: Readonly<Record<State, { label: string }>>;
}) {
  const words = Object.entries<{ label: string }>(of.states).map(([name, { label }]) => [name, label]);
  const name = of.subject.replaceAll(/(?:^|_)(\w)/g, (_, first: string) => first.toUpperCase());
  return codes(`${name}State`, Object.fromEntries(words) as Record<State, string>);
}
