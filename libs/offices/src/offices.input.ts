import type { Day } from '#kernel';
import { DayField, TextField, type Upload, UploadField } from '#platform';

const village = { length: [12, 12], pattern: /^[1-9]\d{11}$/, digits: true } as const;

/** When an office opens that has not said otherwise. */
export const usualHours = '工作日 9:00–12:00，13:30–17:00';

/** Where an office is and when it opens. */
export class OfficeContact {
  @TextField('地址', { refusal: '请填地址' }) address: string;
  @TextField('电话', { length: [3, 40], refusal: '请填电话' }) phone: string;
  @TextField('开门时间', { hint: `例如：${usualHours}`, refusal: '请填开门时间' }) hours: string;
}

const sheet = { optional: true, accept: '.csv,text/csv', text: 1_000_000 } as const;

/** A division file with its successors: uploaded, or their text in JSON. */
export class CountyChange {
  @UploadField('新的区划表', {
    ...{ ...sheet, hint: 'CSV，表头 code,name,parent；UTF-8 或 GBK 都行' },
    refusal: '请选区划表（CSV）',
  })
  file: Upload | string = '';

  @UploadField('接续表（可以没有）', { ...sheet, hint: 'CSV，表头 old,new：哪个村并到哪个村' })
  successors: Upload | string = '';

  @DayField('从哪天起', { refusal: '请填变更从哪天起' }) on: Day;
}

export class SuccessorNaming {
  @TextField('撤销的村', { ...village, refusal: '请填已撤销村的 12 位代码' }) oldCode!: string;
  @TextField('并到', { ...village, refusal: '请填接续村的 12 位代码' }) newCode!: string;
}

export class TownChoice {
  @TextField('镇街', {
    ...{ optional: true, unasked: true, length: [0, 12], pattern: /^([1-9]\d{11})?$/, refusal: '镇街代码是 12 位' },
  })
  town: string = '';
}
