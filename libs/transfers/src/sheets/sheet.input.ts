import type { Day } from '#kernel';
import { attorneyPowers } from '#parties';
import { nothingChosen } from '../transfer.input.js';
import {
  CheckField,
  ChoiceField,
  DayField,
  EndField,
  FindField,
  PickField,
  type Received,
  ScanField,
  TextField,
} from '#platform';

/** Whose sheet is to be printed. */
export class ConsentSheetInput {
  @PickField('哪一户') householdId: string;
}

export class IntentSheetInput {
  @PickField('和哪一户签', { optional: true }) householdId?: string;
  @DayField('意向有效到哪天', { bound: 'future', hint: '最晚到流转开始的前一天' }) validUntil: Day;
  @CheckField('有效期内不和别人谈同一块地', { optional: true }) exclusive?: 'yes';
}

/** What a letter to an agent says, to be printed and signed. */
export class PowerOfAttorneySheetInput {
  @PickField('哪一户') householdId: string;
  @FindField('代理人是谁', 'person', {
    optional: true,
    hint: '写姓名、村名或者承包方代码，按“找”再选；登记簿里没有的，填下面两项',
  })
  agentId?: string;

  @TextField('代理人姓名', { named: 'person', optional: true, length: [0, 30] }) agentName?: string;
  @TextField('代理人身份证号', { optional: true, length: [0, 24], hint: '18 位，只用来核对身份' })
  agentIdNumber?: string;
  @ChoiceField('委托他做什么', attorneyPowers, { unset: nothingChosen }) powers: keyof typeof attorneyPowers;
  @EndField('委托到哪天', { hint: '从今天起算' }) validTo: string;
  @TextField('见证人（可不填）', { named: 'person', length: [0, 30], optional: true }) witness?: string;
  @CheckField('已经念给委托人听', { optional: true }) readAloud?: 'yes';
}

/** The same letter, signed. */
export class PowerOfAttorneyFormInput extends PowerOfAttorneySheetInput {
  @ScanField('委托书', { hint: '签字、按手印的，照片或 PDF' }) file: Received;
}

/** A letter to an agent, taken back by who gave it. */
export class PowerOfAttorneyRevocationInput {
  @PickField('哪一份') powerOfAttorneyId: string;
  @TextField('为什么撤销', { length: [2, 200] }) reason: string;
}
