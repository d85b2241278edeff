import { formatMoment } from '#kernel';
import type { HistoryLine } from '#platform';

/** What happened to a letter or a claim, as the partial `timeline` draws it. */
export const courseView = (history: readonly HistoryLine[]) =>
  history.map((line) => ({
    title: line.label,
    state: '',
    when: formatMoment(line.moment),
    text: [line.actorName, line.remark].filter(Boolean).join('：'),
  }));
