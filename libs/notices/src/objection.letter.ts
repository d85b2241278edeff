import { type Actor, type Day, type FieldError, holds, identityNumber, phone } from '#kernel';
import { type Act, type Sound, isFaulty } from '#platform';
import type { CaseChannel, Letter } from '#cases';
import type { ObjectionInput } from './objection.input.js';

type ObjectionLetter = Pick<Letter, 'topic' | 'relation' | 'name' | 'contact' | 'facts' | 'request' | 'channel'>;

/** What the parts of an objection owe to each other. Whoever wants an answer must be reachable. */
export function objectionFaults({ actor: me, today }: Act, input: Sound<ObjectionInput>): FieldError[] {
  return [
    ...(input.anonymous ? [] : senderFaults(input, today, me.kind === 'staff')),
    ...(me.kind === 'staff' && !input.readBack ? [unread] : []),
  ];
}

/** What was typed, as a letter. */
export function letterOf({ actor: me }: Act, input: ObjectionInput): ObjectionLetter {
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

function senderFaults(input: Sound<ObjectionInput>, today: Day, recorded: boolean): FieldError[] {
  const faults: FieldError[] = [];
  const { name = '', phone: line = '', address = '', idNumber = '' } = input;
  const found = recorded && (input.personId || isFaulty(input, 'personId'));
  if (!found && [...name].length < 2 && !isFaulty(input, 'name'))
    faults.push({ pointer: '#/name', detail: '写上姓名，才能答复您；不想留名的，按匿名线索反映' });
  const number = phone(line);
  if (line !== '' && !number.ok) faults.push({ pointer: '#/phone', detail: number.reason });
  if (line === '' && address === '' && !isFaulty(input, 'phone') && !isFaulty(input, 'address'))
    faults.push({ pointer: '#/phone', detail: '电话、住址至少写一样，不然答复送不到' });
  const identity = idNumber === '' ? null : identityNumber(idNumber, today);
  if (identity && !identity.ok) faults.push({ pointer: '#/idNumber', detail: identity.reason });
  return faults;
}

function channelOf(input: ObjectionInput, me: Actor): CaseChannel {
  if (me.kind !== 'staff') return 'page';
  return input.channel ?? (holds(me, 'village_clerk') ? 'station' : 'counter');
}
