import { type DecisionBody, type Day, decisionBodies } from '#kernel';
import { CheckField, ChoiceField, CountField, DayField, type Received, ScanField, TextField } from '#platform';

const people = { most: 100_000, unit: '人', refusal: '写人数，整数' } as const;

/** What the minutes of the collective say, in the order in which minutes are written. */
export class DecisionFormInput {
  @ChoiceField('哪个会', decisionBodies) decidingBody: DecisionBody;
  @DayField('哪天通知开会的') calledOn: Day;
  @DayField('哪天决议的', { bound: 'past' }) decidedOn: Day;
  @CountField('应到多少人', { ...people, hint: '全体成员，或者全体代表' }) electorate: number;
  @CountField('到了多少人', { ...people, least: 0 }) attended: number;
  @CountField('同意的', { ...people, least: 0 }) inFavour: number;
  @CountField('不同意的', { ...people, least: 0, hint: '弃权的不写' }) opposed: number;
  @CheckField('同意租给本集体以外的', { optional: true }) toOutsiders?: 'yes';
  @ScanField('会议记录和签到', { most: 20, hint: '照片或 PDF，可以选几页', refusal: '传会议记录' }) file: Received[];
}

/** The township's approval of a decision in favour of outsiders. */
export class TownshipApprovalInput {
  @TextField('批准文号', { length: [2, 60] }) number: string;
  @DayField('哪天批准的', { bound: 'past' }) approvedOn: Day;
  @ScanField('批准文件', { hint: '照片或 PDF' }) file: Received;
}
