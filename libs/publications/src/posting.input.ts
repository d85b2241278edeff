import { DayField, MomentField, type Received, ScanField, TextField, TickField } from '#platform';

const hour = {
  optional: true,
  length: [4, 5],
  pattern: /^([01]?\d|2[0-3])[:：][0-5]\d$/,
  refusal: '几点要写成 08:30 这样',
} as const;
/** What a page does not ask, and a program may say. */
const said = { optional: true, unasked: true } as const;
const momentText = '时间要带日期和时区，例如 2026-09-30T10:40+08:00';
const moment = { optional: true, refusal: momentText } as const;
const photo = { shown: 'without notes', photo: true, hint: '当场拍' } as const;

/** The one photo of a proof, which everybody may see; a scan does not show that something hangs on a wall. */
export class PhotoInput {
  @ScanField('照片', { ...photo, refusal: '要一张看得清整张纸和公示栏的照片' }) photo: Received;
}

/** What shows that a text hangs at a venue; what a page does not ask, a program may say. */
export class ProofInput extends PhotoInput {
  /** When it was put up; now, if nothing is said. */
  @MomentField('什么时候贴的', moment) postedAt?: string;
  @TextField('经度', { ...said, length: [3, 13], pattern: /^-?\d{1,3}\.\d{1,8}$/, refusal: '经度不对' })
  longitude?: string;

  @TextField('纬度', { ...said, length: [3, 12], pattern: /^-?\d{1,2}\.\d{1,8}$/, refusal: '纬度不对' })
  latitude?: string;
}

export class CheckInput {
  @TickField('还在原处') inPlace = false;
  @TextField('说明（可不填）', { optional: true, lines: 2, length: [0, 200] }) remark = '';
}

/** An outage: a person types two days with their times, a program sends two moments. */
export class OutageInput {
  @DayField('从哪一天', { optional: true, refusal: '日期不对' }) fromDay?: string;
  @TextField('几点', { ...hour, hint: '例如 08:30' }) fromTime?: string;
  @DayField('到哪一天', { optional: true, refusal: '日期不对' }) toDay?: string;
  @TextField('几点', { ...hour, hint: '例如 17:00' }) toTime?: string;
  @TextField('怎么中断的', { lines: 2, length: [2, 200], refusal: '写明怎么中断的' }) reason: string;
  @MomentField('从什么时候', moment) from?: string;
  @MomentField('到什么时候', moment) to?: string;
}
