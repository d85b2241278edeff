import { formatDay, dayOf, formatMoment } from '#kernel';
import type { HistoryLine } from '#platform';
import { type AssistedSession, identityReadings } from './assisted-session.entity.js';
import type { PartyRow } from './parties.queries.js';

export const readAloudText = '为您办理的事项、面积、年限、价款和您的权利义务，以及资料怎么用、给谁看。';

/** The form before anything is done for a person. */
export function assistedFormView(): object {
  return {
    title: '替到场的群众代办',
    readings: Object.entries(identityReadings).map(([value, label]) => ({ value, label, text: '', why: '' })),
    values: { identityRead: 'card_reader', readAloud: readAloudText },
  };
}

/** What the person takes home, in large print: who stood there, what was done, where to ask. */
export function receiptView(
  session: AssistedSession,
  person: PartyRow,
  party: PartyRow,
  acts: readonly Pick<HistoryLine, 'label' | 'moment'>[],
): object {
  const reasons = { finished: '办完', idle: '久不操作，自动结束', sign_out: '工作人员退出' } as const;
  return {
    title: '代办回执',
    id: session.id,
    name: person.name,
    party: party.id === person.id ? '本人' : party.name,
    clerk: session.clerkName,
    witness: session.witness,
    identityRead: identityReadings[session.identityRead],
    readAloud: session.readAloud,
    dayText: formatDay(dayOf(session.startedAt)),
    started: formatMoment(session.startedAt),
    ended: session.endedAt
      ? `${formatMoment(session.endedAt)}（${reasons[session.endReason ?? 'finished']}）`
      : '还没有结束',
    open: session.endedAt === null,
    acts: acts.map(({ label, moment }) => ({ label, when: formatMoment(moment) })),
  };
}
