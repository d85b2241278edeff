import { formatDay, dayOf, formatMoment } from '#kernel';
import { type FormField, type HistoryLine, formOf, sectionsOf } from '#platform';
import { AssistanceInput } from './assisted.input.js';
import { type AssistedSession, identityReadings } from './assisted-session.entity.js';
import type { PartyRow } from './parties.queries.js';

/** What is read aloud before anything is done in a person's name; kept with the assistance. */
export const readAloudText = [
  '今天由我代您在农村产权流转交易平台上办事。办什么、填什么、面积、年限、价款，我都念给您听，您点头我再交。',
  '您可以随时说不办了。同意转出土地，要每个共有人自己来说，我不能替别人说。',
  '读身份证只为核对是您本人，号码加密保存，公示上看不到。我不会问您的密码。办完给您一张回执。',
].join('');

/** The form before anything is done for a person. */
export function assistedFormView(minutes: number): {
  fields: FormField[];
  values: Record<string, string>;
  [more: string]: unknown;
} {
  const fields = formOf(AssistanceInput);
  return {
    fields,
    title: '开始代办',
    lead: `本人要在场，身份证要在手，要有一个见证人。${minutes} 分钟没有动，或者退出登录，代办就自己结束。`,
    sections: sectionsOf(fields),
    values: { identityRead: 'card_reader', readAloud: readAloudText },
  };
}

/** What the person takes home, in large print: who stood there, what was done, where to ask. */
export function receiptView(
  session: AssistedSession,
  person: PartyRow,
  party: PartyRow,
  acts: readonly Pick<HistoryLine, 'label' | 'moment' | 'subject'>[],
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
    paper: acts.some((act) => act.subject === 'transfer') ? `/assisted/${session.id}/receipt` : '',
    acts: acts.map(({ label, moment }) => ({ label, when: formatMoment(moment) })),
  };
}
