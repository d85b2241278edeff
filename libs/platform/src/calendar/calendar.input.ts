import type { Day } from '#kernel';
import { CountField, DayField, ListField, TextField } from '../fields/fields.js';
import { UploadField } from '../fields/scan-field.js';
import type { Upload } from '../files.js';

/** A question to the calendar; a page that asks nothing yet says neither. */
export class DeadlineQuestion {
  @DayField('从哪天开始', {
    ...{ optional: true, hint: '事情发生的那天，当天不算' },
    refusal: '从哪天开始写成“年-月-日”，例如 2026-09-30。',
  })
  start?: Day;

  @CountField('多少个工作日', {
    ...{ optional: true, most: 2000, hint: '公示是 7 个', unit: '个工作日' },
    refusal: '工作日数是 1 到 2000 的整数。',
  })
  workingDays?: number;

  /** Its local closures count too. */
  @TextField('机构代码', {
    optional: true,
    unasked: true,
    length: [12, 12],
    pattern: /^\d{12}$/,
    refusal: '机构代码是 12 位数字。',
  })
  office?: string;
}

/** What the page does not ask, and a program may say. */
const said = { optional: true, unasked: true } as const;

/** A year's notice in the form of data/holidays: as the body itself, as text, or as an uploaded file. */
export class YearInput {
  @UploadField('放假安排文件', {
    ...{ optional: true, accept: 'application/json,.json' },
    hint: 'JSON，格式同 data/holidays，要有国务院通知的网址',
  })
  notice?: Upload;

  @TextField('通知内容', { ...said, length: [0, 200_000], refusal: '通知内容太长了。' }) content?: string;
  @CountField('年份', { ...said, least: 2004, most: 2200 }) year?: number;
  @ListField('通知网址', { optional: true, refusal: 'papers 是通知网址的列表。' }) papers?: unknown[];
  @ListField('放假和调休的日期', { optional: true, refusal: 'days 是日期的列表。' }) days?: unknown[];
}

/** A local order that closes offices. */
export class ClosureInput {
  @DayField('从哪天起', { refusal: '请填从哪天起：年、月、日。' }) from: Day;

  @DayField('到哪天止', { optional: true, hint: '只有一天就不填', refusal: '请填到哪天止：年、月、日。' }) to?: Day;

  @TextField('原因', { length: [2, 50], hint: '例如：暴雪停止办公', refusal: '请写原因，例如：暴雪停止办公。' })
  reason: string;

  @TextField('发文机关', { refusal: '请写发文机关。' }) authority: string;
  @TextField('文号', { length: [2, 60], refusal: '请写文号，例如：商政办发〔2026〕12 号。' }) documentNumber: string;

  @TextField('哪里停止办公', {
    ...{ length: [12, 12], pattern: /^\d{12}$/, digits: true, refusal: '请选哪里停止办公。' },
    hint: '机构代码 12 位：全县 370126000000，一个镇 370126101000',
  })
  officeCode: string;
}
