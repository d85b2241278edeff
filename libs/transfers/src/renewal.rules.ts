import { type Day, type Rule, addDays, blocker, dayOf, formatDay, speaksFor } from '#kernel';
import type { TransferFacts } from './transfer.facts.js';

type TransferRule = Rule<TransferFacts>;

/** The last day the recorded contracts allow; null for land that is not contracted out. */
export function contractsEnd(facts: Pick<TransferFacts, 'parcels'>): Day | null {
  const ends = facts.parcels.flatMap((parcel) => (parcel.contractEndsOn ? [parcel.contractEndsOn] : [])).toSorted();
  return ends[0] ?? null;
}

/** 流转期限届满，受让方享有以同等条件优先续约的权利（流转办法第十条）：the right to renew is the sitting transferee's. */
export const renewerIsHolder: TransferRule = (facts, { actor }) => {
  const party = speaksFor(actor);
  if (party === null || party === facts.record.transfereeId) return undefined;
  return blocker('renewer-is-holder', '续期由受让方申请；转出方同意不同意，写在同意书里。', '流转办法第10条');
};

/** Neither years ahead, when nobody can know the terms, nor after the last day, when there is nothing left to renew. */
export const renewalWindow: TransferRule = (facts, { now }) => {
  const today = dayOf(now);
  const opens = addDays(facts.term.end, -facts.parameters.renewalOpensDays);
  if (today < opens)
    return blocker(
      'renewal-window',
      `期限到 ${formatDay(facts.term.end)}，续期从 ${formatDay(opens)} 起可以申请。`,
      '平台参数：到期前多少天起可以申请续期',
    );
  if (today > facts.term.end)
    return blocker('renewal-window', '期限已经届满，不能再续。要接着用这块地，重新申请流转。', '流转办法第10条');
  return undefined;
};

/** One renewal at a time; the database has the last word. */
export const notYetRenewing: TransferRule = ({ renewal }) =>
  renewal === null
    ? undefined
    : blocker('not-yet-renewing', '已经有一件续期申请，不用再申请。', '平台规则 续-01', {
        href: `/transfers/${renewal.id}`,
        label: '看续期',
      });

/** 流转期限不得超过承包期的剩余期限（承包法第38条第3项）: where nothing remains, there is nothing to renew. */
export const contractGoesOn: TransferRule = (facts) => {
  const last = contractsEnd(facts);
  if (last === null || last > facts.term.end) return undefined;
  return blocker(
    'contract-goes-on',
    `登记的承包期到 ${formatDay(last)} 为止，没有可以续的期限。先登记延包合同，再申请续期。`,
    '农村土地承包法第38条第3项',
  );
};

/** A renewal renews: same transferee, land of the old right, from the day after its last, while it was not ended early. */
export const renewalInOrder: TransferRule = (facts) => {
  const { renews: before, record } = facts;
  if (!before) return undefined;
  const say = (text: string) => [blocker('renewal-in-order', text, '流转办法第10条；平台规则 续-02')];
  const living = record.submittedAt === null ? ['in_force'] : ['in_force', 'expired', 'renewed'];
  if (!living.includes(before.state)) return say(`原流转 ${before.number} 已经结束，不能再续期。请重新申请流转。`);
  const from = addDays(before.endsOn, 1);
  return [
    ...(record.transfereeId === before.transfereeId ? [] : say('续期的受让方要和原流转是同一个。')),
    ...(facts.term.start === from ? [] : say(`续期要从原流转到期的次日 ${formatDay(from)} 起。`)),
    ...(facts.parcels.every((parcel) => before.parcelIds.includes(parcel.parcelId))
      ? []
      : say('续期的地块要在原流转的范围里；另外的地块另行申请。')),
  ];
};

export const renewalRecorded: TransferRule = ({ renewal }) =>
  renewal?.recorded ? undefined : blocker('renewal-recorded', '没有已经办结的续期。', '流转办法第10条');

/** 期满、终止后交还土地（示范合同 GF-2021-2606 第十条）, told once. */
export const landStillOut: TransferRule = ({ record }) =>
  record.landReturnedOn === null
    ? undefined
    : blocker('land-still-out', `${formatDay(record.landReturnedOn)} 已经交还。`, '示范合同第十条');
