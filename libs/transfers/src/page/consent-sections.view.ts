import { type Actor, decisionBodies, formatDay, maskName, speaksFor } from '#kernel';
import type { TransferFacts } from '../transfer.facts.js';

/** Whether a household's own affairs are this reader's: its member, or an office. The other side learns only numbers. */
export function isTheirs(household: TransferFacts['consents'][number], reader: Actor): boolean {
  if (reader.kind === 'staff' && reader.assisting === null) return true;
  const party = speaksFor(reader);
  return household.householdId === party || household.members.some((member) => member.personId === party);
}

/** Whether there is something of this member's to take back. */
export const hasSaidYes = (member: TransferFacts['consents'][number]['members'][number]): boolean =>
  member.coRight && (member.consented || member.stale);

/** One line per household that lacks somebody; of many that are complete, one line for all. */
export function consentChecks(facts: TransferFacts, reader: Actor): object[] {
  if (facts.record.kind !== 'contracted') return decisionChecks(facts);
  const asked = facts.consents.map((household) => ({
    ...household,
    members: household.members.filter((member) => member.coRight),
  }));
  const complete = asked.filter((household) => household.members.every((member) => member.consented));
  const lacking = asked.filter((household) => !complete.includes(household));
  const yes = (title: string, many: number): object => ({
    title,
    result: 'yes',
    text: `${many} 名共有人都已同意。`,
    way: null,
    article: '',
  });
  const members = complete.reduce((sum, household) => sum + household.members.length, 0);
  const done =
    complete.length > 5
      ? [yes(`${complete.length} 户`, members)]
      : complete.map((household) => yes(householdName(household, reader), household.members.length));
  return [...done, ...lacking.map((household) => lackingLine(facts, household, reader))];
}

/** The collective's decision with its counts, and the township's approval where an outsider takes the land. */
export function decisionChecks(facts: TransferFacts): object[] {
  const { decided, outsider } = facts;
  const article = '承包法第52条';
  if (!decided) return [{ title: '集体决议', result: '', text: '还没有登记决议。', way: null, article }];
  const counts = `应到 ${decided.electorate} 人，到会 ${decided.attended} 人，同意 ${decided.inFavour} 人，不同意 ${decided.opposed} 人`;
  const wrong = facts.decision.some(
    (each) => each.rule === 'proper-body' || each.rule === 'decision-stale' || /重新决议/.test(each.text),
  );
  const made = {
    title: '集体决议',
    result: wrong ? 'no' : 'yes',
    text: wrong
      ? (facts.decision[0]?.text ?? '')
      : `${formatDay(decided.decidedOn)}${decisionBodies[decided.decidingBody]}决议：${counts}，够三分之二。`,
    way: { href: `/files/${decided.minutesFileId}`, label: '看会议记录' },
    article,
  };
  if (!outsider) return [made];
  const { approvalNumber, approvedOn, approvalFileId } = decided;
  const approved = approvalNumber !== null && approvedOn !== null && approvalFileId !== null;
  const text = approved ? `${approvalNumber}，${formatDay(approvedOn)}批准。` : '受让方不是本集体成员，还没有批准。';
  const way = approved ? { href: `/files/${approvalFileId}`, label: '看批准文件' } : null;
  return [made, { title: '乡镇人民政府批准', result: approved ? 'yes' : '', text, way, article }];
}

export function householdName(household: TransferFacts['consents'][number], reader: Actor): string {
  const { householdName: name } = household;
  return isTheirs(household, reader) ? name : `${maskName(name.replace(/户$/, ''))}户`;
}

/** Who has not said yes, and who said it to other terms; the other side learns only how many. */
export function lackingText(missing: readonly { name: string; stale: boolean }[], theirs: boolean): string {
  const stale = missing.filter((member) => member.stale);
  const named = (members: readonly { name: string }[]): string => members.map((member) => member.name).join('、');
  if (!theirs)
    return `还差 ${missing.length} 人${stale.length > 0 ? `，其中 ${stale.length} 人因条件改过要重新同意` : ''}，由这一户自己来办。`;
  const never = missing.filter((member) => !member.stale);
  return [
    ...(never.length > 0 ? [`还差 ${never.length} 人：${named(never)}。`] : []),
    ...(stale.length > 0 ? [`条件改过，要重新同意 ${stale.length} 人：${named(stale)}。`] : []),
  ].join('');
}

function lackingLine(facts: TransferFacts, household: TransferFacts['consents'][number], reader: Actor): object {
  const missing = household.members.filter((member) => member.coRight && !member.consented);
  const theirs = isTheirs(household, reader);
  const href = `/transfers/${facts.record.id}/consents?household=${household.householdId}`;
  return {
    title: householdName(household, reader),
    result: missing.some((member) => member.stale) ? 'no' : '',
    text: lackingText(missing, theirs),
    way: theirs ? { href, label: '补同意书' } : null,
    article: '',
  };
}
