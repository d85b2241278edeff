import { type Actor, type Day, type FieldError, holds, identityNumber, phone } from '#kernel';
import { type Act, inputProblem } from '#platform';
import type { CaseChannel, Letter } from '#cases';
import type { ObjectionInput } from './objection.input.js';

type ObjectionLetter = Pick<Letter, 'topic' | 'relation' | 'name' | 'contact' | 'facts' | 'request' | 'channel'>;

/** What was typed, as a letter; a faulty field is told where it stands. Whoever wants an answer must be reachable. */
export function letterOf({ actor: me, today }: Act, input: ObjectionInput): ObjectionLetter {
  const recorded = me.kind === 'staff';
  const errors = [
    ...(input.anonymous ? [] : senderFaults(input, today)),
    ...(recorded && !input.readBack ? [unread] : []),
  ];
  if (errors.length > 0) throw inputProblem(errors);
  return {
    topic: input.kind,
    relation: input.relation,
    name: input.anonymous ? '' : input.name,
    contact: input.anonymous ? null : { phone: input.phone, identityNumber: input.idNumber, address: input.address },
    facts: input.facts,
    request: input.request,
    channel: channelOf(input, me),
  };
}

const unread: FieldError = { pointer: '#/readBack', detail: '念给本人听，本人说对了，再打勾' };

function senderFaults(input: ObjectionInput, today: Day): FieldError[] {
  const faults: FieldError[] = [];
  if ([...input.name].length < 2)
    faults.push({ pointer: '#/name', detail: '写上姓名，才能答复您；不想留名的，按匿名线索反映' });
  const number = phone(input.phone);
  if (input.phone !== '' && !number.ok) faults.push({ pointer: '#/phone', detail: number.reason });
  if (input.phone === '' && input.address === '')
    faults.push({ pointer: '#/phone', detail: '电话、住址至少写一样，不然答复送不到' });
  const identity = input.idNumber === '' ? null : identityNumber(input.idNumber, today);
  if (identity && !identity.ok) faults.push({ pointer: '#/idNumber', detail: identity.reason });
  return faults;
}

function channelOf(input: ObjectionInput, me: Actor): CaseChannel {
  if (me.kind !== 'staff') return 'page';
  return input.channel ?? (holds(me, 'village_clerk') ? 'station' : 'counter');
}
