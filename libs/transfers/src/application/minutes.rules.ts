import { type Day, type DecisionBody, type FieldError, type Mu, addDays, decisionBodies, formatMu } from '#kernel';
import { properBody } from '#parties';
import type { Sound } from '#platform';
import type { DecisionFormInput } from './collective.input.js';

const fault = (field: string, detail: string): FieldError => ({ pointer: `#/${field}`, detail });

/** Days before the meeting on which all must have been told (集体组织法第二十七条；村组法第二十一条；山东省实施办法). */
const calledBefore: Readonly<Record<DecisionBody, { days: number; article: string }>> = {
  member_assembly: { days: 10, article: '农村集体经济组织法第二十七条' },
  village_assembly: { days: 10, article: '村民委员会组织法第二十一条' },
  village_representatives: { days: 5, article: '山东省实施村民委员会组织法办法' },
};

/** Everything that is wrong with minutes, each thing at its field. */
export function decisionFaults(input: Sound<DecisionFormInput>, accepted: readonly DecisionBody[]): FieldError[] {
  const faults: FieldError[] = [];
  const wrong = input.decidingBody && properBody(input.decidingBody, accepted);
  if (wrong) faults.push(fault('decidingBody', `${wrong.text.replace('。', '')}（${wrong.article}）`));
  return [...faults, ...dayFaults(input), ...countFaults(input)];
}

/** What the minutes must have decided: the very land, and who takes it (承包法第52条). */
export const decisionBasis = '农村土地承包法第五十二条';
export const decidedMatter = (place: string, areaMu: Mu, transferee: string): string =>
  `${place} ${formatMu(areaMu)} 亩流转给${transferee}`;

/** The township approves what was decided, not what will be. */
export const approvalFaults = (approvedOn: Day | undefined, decidedOn: Day): FieldError[] =>
  approvedOn && approvedOn < decidedOn ? [fault('approvedOn', '批准要在集体决议以后（承包法第52条）')] : [];

function dayFaults({ calledOn, decidedOn, decidingBody }: Sound<DecisionFormInput>): FieldError[] {
  if (!calledOn || !decidedOn || !decidingBody) return [];
  const { days, article } = calledBefore[decidingBody];
  if (addDays(calledOn, days) <= decidedOn) return [];
  return [fault('calledOn', `${decisionBodies[decidingBody]}要提前 ${days} 天通知（${article}）`)];
}

function countFaults(votes: Sound<DecisionFormInput>): FieldError[] {
  const faults: FieldError[] = [];
  const { electorate = Infinity, attended = Infinity, inFavour, opposed = 0 } = votes;
  if (votes.attended !== undefined && attended > electorate) faults.push(fault('attended', '到的人比应到的还多'));
  if (inFavour === undefined) return faults;
  if (inFavour + opposed > attended) faults.push(fault('inFavour', '同意的加不同意的，比到会的还多'));
  const needed = Math.ceil((electorate * 2) / 3);
  if (votes.electorate !== undefined && inFavour < needed) {
    const short = `应到 ${electorate} 人，三分之二是 ${needed} 人，同意 ${inFavour} 人，还差 ${needed - inFavour} 人`;
    faults.push(fault('inFavour', `${short}（承包法第52条）`));
  }
  return faults;
}
