import { type FieldError, identityNumber, phone, speaksFor } from '#kernel';
import type { Letter } from '#cases';
import { type Act, type Sound, isFaulty } from '#platform';
import type { PriorityClaimInput } from './priority-claim.input.js';

/** A claim as it was made, and whom a clerk names, from the register or the identity card; null for a party that speaks itself. */
export interface ClaimLetter {
  words: Pick<Letter, 'name' | 'topic' | 'facts' | 'channel'>;
  card: { found: string | undefined; name: string; identityNumber: string; phone: string } | null;
}

/** What the parts of a claim owe to each other. */
export function claimFaults({ actor: me, today }: Act, input: Sound<PriorityClaimInput>): FieldError[] {
  const recorded = speaksFor(me) === null && me.kind === 'staff';
  const number = input.phone ? phone(input.phone) : null;
  const named = input.claimantId || isFaulty(input, 'claimantId');
  return [
    ...(input.accepts || isFaulty(input, 'accepts')
      ? []
      : [{ pointer: '#/accepts', detail: '优先的前提是接受同样的条件；接受就打勾' }]),
    ...(recorded && !named ? cardFaults(input, today) : []),
    ...(number && !number.ok ? [{ pointer: '#/phone', detail: number.reason }] : []),
  ];
}

/** What was typed, as a claim; a party that signed in is named by the register, not by the form. */
export function claimOf({ actor: me }: Act, input: PriorityClaimInput): ClaimLetter {
  const party = speaksFor(me) !== null;
  const recorded = !party && me.kind === 'staff';
  const name = party ? (me.assisting?.name ?? me.name) : input.name;
  const channel = me.kind === 'staff' ? 'counter' : 'page';
  return {
    words: { name: name || me.name, topic: input.level, facts: input.statement, channel },
    card: recorded ? { found: input.claimantId, name, identityNumber: input.idNumber, phone: input.phone } : null,
  };
}

/** 主张成立要能办下去：代为记下的，也要知道是谁。 */
function cardFaults(input: Sound<PriorityClaimInput>, today: Act['today']): FieldError[] {
  const { name = '', idNumber = '' } = input;
  const identity = identityNumber(idNumber, today);
  return [
    ...([...name].length < 2 ? [{ pointer: '#/name', detail: '写上主张人的姓名' }] : []),
    ...(identity.ok ? [] : [{ pointer: '#/idNumber', detail: identity.reason }]),
  ];
}
