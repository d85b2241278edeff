import { type Actor, holds, isEnd } from '#kernel';
import type { HouseholdConsent } from '#parties';
import { type ActPath, type RecordForm, type FormField, field, generalProblems } from '#platform';
import { consentText } from '../consent.letter.js';
import { type TransferFacts, consentsOpen } from '../transfer.facts.js';
import { transferProblems } from '../transfer.problems.js';
import { transferWorkflow } from '../transfer.workflow.js';
import { hasSaidYes, householdName, isTheirs } from '../household-sight.js';

/** Whether a member of this reader's households has not said yes yet. */
export function lacksConsent(facts: TransferFacts, me: Actor): boolean {
  const { record } = facts;
  if (record.kind !== 'contracted' || isEnd(transferWorkflow, record.state)) return false;
  return facts.consents.some(
    (each) => isTheirs(each, me) && each.members.some((member) => member.coRight && !member.consented),
  );
}

/** The members of one household: the one that was asked for, or the first of this reader's. */
export function consentForm(facts: TransferFacts, me: Actor, { household = '' }: ActPath): RecordForm {
  const own = facts.consents.filter((each) => isTheirs(each, me));
  const chosen = own.find((each) => each.householdId === household) ?? own[0];
  if (!chosen) throw generalProblems.notFound();
  const missing = chosen.members.filter((member) => member.coRight && !member.consented);
  const names = missing.map((member) => [
    member.personId,
    member.stale ? `${member.name}（条件改过，要重新同意）` : member.name,
  ]);
  return {
    title: `${householdName(chosen, me)}：共有人同意`,
    text: [
      '同一张纸上签了字、按了手印的，可以一起选。没有签的不选：村里、镇里都不能替人同意（流转办法第八条）。',
      consentText(facts, chosen.householdId),
      howToConsent(me),
    ],
    choices: { personId: Object.fromEntries(names) as Record<string, string> },
    fields: ofHousehold(chosen),
  };
}

/** Who said yes may take it back, while nothing is signed; it stands last, for it is seldom. */
export function mayWithdrawConsent(facts: TransferFacts, me: Actor): boolean {
  if (me.kind === 'staff' && !holds(me, 'village_clerk', 'town_clerk')) return false;
  const said = facts.consents.some((each) => isTheirs(each, me) && each.members.some(hasSaidYes));
  return consentsOpen(facts) && said;
}

/** 合同签订以前可以撤回；签了以后，合同对双方有约束力（民法典第119、465条），不能再靠撤回同意退出。 */
export function withdrawalForm(facts: TransferFacts, me: Actor, { household }: ActPath): RecordForm {
  const own = facts.consents.filter((each) => isTheirs(each, me) && each.members.some(hasSaidYes));
  const chosen = own.filter((each) => household === undefined || each.householdId === household);
  const [first, another] = chosen;
  if (!first) throw generalProblems.notFound();
  if (!consentsOpen(facts)) throw transferProblems.consentBinds();
  const given = chosen.flatMap(({ householdName: name, members }) =>
    members
      .filter((member) => member.consented || member.stale)
      .map((member) => [member.personId, another ? `${name}：${member.name}` : member.name]),
  );
  return {
    title: another ? '共有人撤回同意' : `${householdName(first, me)}：撤回同意`,
    text: [
      '签合同以前，给过的同意随时可以撤回，一次撤一个人的。撤回以后本案往下办不了，除非重新同意；原来的同意和撤回都留在案卷里。',
      '合同签了以后不能再撤回同意：合同对双方都有约束力，有争议的走协商、调解、仲裁或者法院（承包法第55条）。',
    ],
    choices: { personId: Object.fromEntries(given) as Record<string, string> },
    fields: ofHousehold(another ? null : first),
  };
}

/** The household is known already: its field is hidden, or left out where each person names his own. */
function ofHousehold(household: HouseholdConsent | null): (drawn: readonly FormField[]) => FormField[] {
  const hidden = household ? [field.hidden('householdId', household.householdId)] : [];
  return (drawn) => [...hidden, ...drawn.filter(({ name }) => name !== 'householdId')];
}

function howToConsent(me: Actor): string {
  if (me.assisting)
    return `现在是代${me.assisting.name}办：他本人在场，念给他听，可以直接记他的同意。别的人要签字的纸。`;
  return me.kind === 'staff'
    ? '本人没有来的，要传他签字、按手印的同意书。'
    : '您只能给您自己的同意。别的人用自己的账号，或者到村服务站，或者签纸。';
}
