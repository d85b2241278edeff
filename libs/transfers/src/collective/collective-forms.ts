import { type DecisionBody, type FieldError, addDays, decisionBodies, isDay } from '#kernel';
import { properBody } from '#parties';
import { type FormField, field } from '#platform';
import type { DecisionFormInput } from './collective.input.js';

/** A form of the collective's desk, for the wizard and for the case page alike. */
export interface CollectiveForm {
  title: string;
  text: readonly string[];
  label: string;
  fields: readonly FormField[];
  values: Record<string, unknown>;
}

const paper = (label: string, hint: string): FormField => field.file('file', label, hint, { many: true });

/** The minutes of a meeting, asked for in the order in which minutes are written. */
export function decisionForm(accepted: readonly DecisionBody[], usual: DecisionBody): CollectiveForm {
  const sorted = [...accepted].toSorted((one, other) => Number(other === usual) - Number(one === usual));
  return {
    title: '登记集体决议',
    text: [
      '照会议记录填。三分之二按全体应到的人数算，不按到会的人数算（承包法第52条）。例如应到 30 人，三分之二是 20 人。',
    ],
    label: '登记决议',
    fields: [
      field.select('decidingBody', '哪个会', Object.fromEntries(sorted.map((value) => [value, decisionBodies[value]]))),
      field.date('calledOn', '哪天通知开会的'),
      field.date('decidedOn', '哪天决议的'),
      field.digits('electorate', '应到多少人', '全体成员，或者全体代表', '人'),
      field.digits('attended', '到了多少人', '', '人'),
      field.digits('inFavour', '同意的', '', '人'),
      field.digits('opposed', '不同意的', '弃权的不写', '人'),
      paper('会议记录和签到', '照片或 PDF，可以选几页'),
    ],
    values: {},
  };
}

export const approvalForm: CollectiveForm = {
  title: '登记乡镇人民政府的批准',
  text: ['发包给本集体以外的单位或者个人，要报乡镇人民政府批准（承包法第52条）。由镇里的岗位登记。'],
  label: '登记批准',
  fields: [field.text('number', '批准文号'), field.date('approvedOn', '哪天批准的'), paper('批准文件', '照片或 PDF')],
  values: {},
};

const fault = (field: string, detail: string): FieldError => ({ pointer: `#/${field}`, detail });

/** Days before the meeting on which all must have been told (集体组织法第二十七条；村组法第二十一条；山东省实施办法). */
const calledBefore: Readonly<Record<DecisionBody, { days: number; article: string }>> = {
  member_assembly: { days: 10, article: '农村集体经济组织法第二十七条' },
  village_assembly: { days: 10, article: '村民委员会组织法第二十一条' },
  village_representatives: { days: 5, article: '山东省实施村民委员会组织法办法' },
};

/** Everything that is wrong with minutes, each thing at its field. */
export function decisionFaults(
  input: DecisionFormInput,
  today: string,
  accepted: readonly DecisionBody[],
): FieldError[] {
  const faults: FieldError[] = [];
  const wrong = properBody(input.decidingBody, accepted);
  if (wrong) faults.push(fault('decidingBody', `${wrong.text.replace('。', '')}（${wrong.article}）`));
  return [...faults, ...dayFaults(input, today), ...countFaults(input)];
}

function dayFaults({ calledOn, decidedOn, decidingBody }: DecisionFormInput, today: string): FieldError[] {
  const { days, article } = calledBefore[decidingBody];
  if (!isDay(decidedOn) || decidedOn > today) return [fault('decidedOn', '决议的日期不对，不能晚于今天')];
  if (!isDay(calledOn)) return [fault('calledOn', `没有 ${calledOn} 这一天`)];
  if (addDays(calledOn, days) <= decidedOn) return [];
  return [fault('calledOn', `${decisionBodies[decidingBody]}要提前 ${days} 天通知（${article}）`)];
}

function countFaults({ electorate, attended, inFavour, opposed }: DecisionFormInput): FieldError[] {
  const faults: FieldError[] = [];
  if (attended > electorate) faults.push(fault('attended', '到的人比应到的还多'));
  if (inFavour + opposed > attended) faults.push(fault('inFavour', '同意的加不同意的，比到会的还多'));
  const needed = Math.ceil((electorate * 2) / 3);
  if (inFavour < needed) {
    const short = `应到 ${electorate} 人，三分之二是 ${needed} 人，同意 ${inFavour} 人，还差 ${needed - inFavour} 人`;
    faults.push(fault('inFavour', `${short}（承包法第52条）`));
  }
  return faults;
}
