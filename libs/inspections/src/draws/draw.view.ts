import { type DrawStep, drawRanks, drawText, maskName, seedWays } from '#kernel';
import {
  type FormAct,
  type HistoryLine,
  type Of,
  historyLineOf,
  historyView,
  offerOf,
  offerView,
  stateWords,
  value,
  view,
} from '#platform';
import type { DrawFacts } from './draw.rules.js';
import { drawLabels, drawParts as parts, seedOrigins } from './draw.words.js';
import { drawWorkflow } from './draw.workflow.js';

const { fields } = drawLabels;

const sealView = view(
  'DrawSeal',
  {
    label: value.text(parts.seals.label),
    seal: value.text(parts.seals.seal),
    sealedAt: value.moment(parts.seals.sealedAt),
    number: value.maybe(value.text(parts.seals.number)),
    salt: value.maybe(value.text(parts.seals.salt)),
    openedAt: value.maybe(value.moment(parts.seals.openedAt)),
  },
  parts.seals.title,
);

const stepView = view(
  'DrawStep',
  {
    counter: value.count(parts.steps.counter),
    hash: value.text(parts.steps.hash),
    number: value.count(parts.steps.number),
    among: value.count(parts.steps.among),
    place: value.maybe(value.count(parts.steps.place)),
    label: value.maybe(value.text(parts.steps.label)),
  },
  parts.steps.title,
);

/** A draw with every input, so that whoever reads it can draw again. */
export const drawView = view(
  'Draw',
  {
    id: value.id(),
    revision: value.count(),
    state: value.code(stateWords(drawWorkflow), fields.state),
    title: value.text(fields.title),
    subject: value.text(parts.of),
    subjectId: value.id(parts.ofId),
    about: value.maybe(value.href(parts.about)),
    algorithm: value.text(parts.algorithm),
    wanted: value.count(fields.wanted),
    labels: value.many(value.text(), parts.labels),
    text: value.text(parts.text),
    listHash: value.text(parts.listHash),
    seedBy: value.code(seedWays, parts.seedBy),
    frozenBy: value.text(parts.frozenBy),
    frozenAt: value.moment(),
    publishedAt: value.maybe(value.moment(fields.publishedAt)),
    sealUntil: value.maybe(value.moment(parts.sealUntil)),
    openUntil: value.maybe(value.moment(parts.openUntil)),
    seals: value.many(sealView),
    seed: value.maybe(value.text(parts.seed)),
    seedOrigin: value.maybe(value.code(seedOrigins, parts.seedOrigin)),
    seedStory: value.maybe(value.text(parts.seedStory)),
    observer: value.maybe(value.text(parts.observer)),
    witness: value.maybe(value.text(parts.witness)),
    seededAt: value.maybe(value.moment(fields.seededAt)),
    last: value.many(value.text(), parts.last),
    ranked: value.maybe(value.many(value.text(), parts.ranked)),
    steps: value.many(stepView),
    ownLabel: value.maybe(value.text(parts.ownLabel)),
    acts: value.many(offerView),
    history: value.many(historyView),
  },
  parts.title,
);
export type DrawView = Of<typeof drawView>;

export function drawOf(
  facts: DrawFacts,
  found: { about: string | null; inside: boolean; history: readonly HistoryLine[]; acts: readonly FormAct[] },
): DrawView {
  const { record, seals, ownLabel } = facts;
  const { id, revision, state, title, subject, subjectId, algorithm, wanted, labels, listHash, seedBy } = record;
  const { frozenAt, publishedAt, sealUntil, openUntil, seed, seedOrigin, seedStory, seededAt, last, ranked } = record;
  const { witness, observerName: observer, frozenName: frozenBy } = record;
  return {
    ...{ id, revision, state, title, subject, subjectId, algorithm, wanted, labels, listHash, seedBy, frozenBy },
    ...{ frozenAt, publishedAt, sealUntil, openUntil, seed, seedOrigin, seedStory, seededAt, last, ranked },
    ...{ about: found.about, text: drawText(record), observer, ownLabel },
    // Who works for the office is named; who was there to see it is known by his family name.
    witness: witness === null || found.inside ? witness : maskName(witness),
    seals: seals.map(({ label, seal, sealedAt, number, salt, openedAt }) => ({
      ...{ label, seal, sealedAt, number, salt, openedAt },
    })),
    steps: seed === null ? [] : stepsOf(facts, seed),
    acts: found.acts.map(offerOf),
    history: found.history.map(historyLineOf),
  };
}

/** The record keeps no steps: it is drawn again whenever somebody looks. */
const stepsOf = ({ record }: DrawFacts, seed: string): readonly DrawStep[] =>
  drawRanks(record, seed, record.last).steps;
