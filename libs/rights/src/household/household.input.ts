import type { Day } from '#kernel';
import { identityKinds, memberNotes, relations, sexes } from '#parties';
import {
  ChoiceField,
  CountField,
  DayField,
  PickField,
  type Received,
  ScanField,
  TextField,
  TickField,
} from '#platform';
import { memberEnds } from './household.words.js';

const reason = { lines: 3, length: [4, 300], hint: '写清楚事实，例如 2026 年 9 月出生，村里证明' } as const;
const proof = { hint: '户口簿、证件、村集体或公安的证明，照片、扫描件或 PDF' } as const;
const number = {
  optional: true,
  code: true,
  length: [0, 40],
  hint: '照证件写，只用来核对身份，不公开。还没有证件的留空，先按“证件没有核实”登记',
} as const;

/** Somebody joins a household, or was missing in its record (承包法第十六条、第二十四条). */
export class MemberInput {
  @TextField('姓名', { named: 'person', length: [1, 50], hint: '和证件上一样' }) name: string;
  @ChoiceField('证件', identityKinds) identityKind: keyof typeof identityKinds;
  @TextField('证件号码', number) identityNumber?: string;
  @ChoiceField('性别', sexes) sex: keyof typeof sexes;
  @ChoiceField('和代表人的关系', relations) relation: string;
  @TickField('是共有人') coRight: boolean = false;
  @ChoiceField('备注', memberNotes, { optional: true, unset: '没有' }) note?: string;
  @DayField('从哪天起是这一户的人', { bound: 'past' }) from: Day;
  @TextField('为什么添', reason) reason: string;
  @ScanField('证明', proof) file: Received;
}

/** What was written wrongly of a member, or was not known yet. */
export class MemberCorrectionInput {
  @TextField('姓名', { named: 'person', length: [1, 50], hint: '和证件上一样' }) name: string;
  @ChoiceField('证件', identityKinds) identityKind: keyof typeof identityKinds;
  @TextField('证件号码', { ...number, hint: '不变的留空' }) identityNumber?: string;
  @ChoiceField('和代表人的关系', relations) relation: string;
  @TickField('是共有人') coRight: boolean = false;
  @ChoiceField('备注', memberNotes, { optional: true, unset: '没有' }) note?: string;
  @TextField('为什么改', reason) reason: string;
  @ScanField('证明', proof) file: Received;
}

/** Somebody is no member any more. */
export class MemberEndInput {
  @ChoiceField('为什么', memberEnds, { wide: true }) why: keyof typeof memberEnds;
  @DayField('最后一天', { bound: 'past' }) on: Day;
  @PickField('谁接着做代表人', { optional: true }) representative?: string;
  @TextField('说明', reason) reason: string;
  @ScanField('证明', proof) file: Received;
}

/** A household of which nobody is left. */
export class HouseholdEndInput {
  @DayField('最后一天', { bound: 'past' }) on: Day;
  @TextField('怎么回事', reason) reason: string;
  @ScanField('证明', proof) file: Received;
}

/** How many members the household has by its own record (CBFCYSL). */
export class MemberCountInput {
  @CountField('家庭成员数', { least: 0, most: 99, unit: '人' }) count: number;
  @TextField('为什么改', reason) reason: string;
  @ScanField('证明', proof) file: Received;
}
