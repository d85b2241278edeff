import { formatMoment, goesBack, isEnd, mainPath, maskName } from '#kernel';
import type { HistoryLine } from '#platform';
import type { TransferFacts } from '../transfer.facts.js';
import { transferWorkflow } from '../transfer.workflow.js';

/** A draft is on no way yet. */
const path = mainPath(transferWorkflow).slice(1);

interface Told {
  history: readonly HistoryLine[];
  /** Acts that move no state and are told all the same, by their rows. */
  told: ReadonlyMap<string, 'each' | 'summed'>;
}

/** What has happened, where it stands, and what is still to come; the same act done many times on a day is one line. */
export function timeline(facts: TransferFacts, material: Told): object[] {
  const done: { title: string; label: string; many: number; state: string; when: string; text: string }[] = [];
  for (const line of material.history) {
    if (line.fromState === line.toState && !material.told.has(line.action)) continue;
    const before = done.at(-1);
    if (before?.label === line.label && material.told.get(line.action) === 'summed') {
      before.many += 1;
      before.title = `${line.label}（${before.many} 次）`;
      before.when = formatMoment(line.moment);
      continue;
    }
    const witness = line.assisted ? `村服务站代办，见证人 ${maskName(line.assisted.witness)}` : line.actorPost;
    done.push({
      title: line.label,
      label: line.label,
      many: 1,
      state: goesBack(transferWorkflow, line.action) ? 'back' : '',
      when: formatMoment(line.moment),
      text: [witness, line.remark ?? ''].filter(Boolean).join('，'),
    });
  }
  const past = done.map(({ title, state, when, text }) => ({ title, state, when, text }));
  const { state } = facts.record;
  const here = transferWorkflow.states[state];
  if (isEnd(transferWorkflow, state)) return past;
  const next = path
    .slice(path.indexOf(state) + 1)
    .map((name) => ({ title: transferWorkflow.states[name].label, state: 'next', when: '', text: '' }));
  return [...past, { title: here.label, state: 'now', when: '', text: '' }, ...(path.includes(state) ? next : [])];
}
