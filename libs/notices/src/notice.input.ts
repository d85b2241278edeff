import { ChoiceField, DayField, MomentField, type Received, ScanField, TextField, TickField } from '#platform';
import { type VenueKind, venueKinds } from '#publications';

const hour = {
  optional: true,
  length: [4, 5],
  pattern: /^([01]?\d|2[0-3])[:：][0-5]\d$/,
  refusal: '几点要写成 08:30 这样',
} as const;
const { website: _website, ...outages } = venueKinds;
const halls = { screen_county: '县中心的屏幕', screen_town: '镇交易所的屏幕' } as const;
/** What a page does not ask, and a program may say. */
const said = { optional: true, unasked: true } as const;
const momentText = '时间要带日期和时区，例如 2026-09-30T10:40+08:00';

const place = { ...said, length: [12, 12], pattern: /^\d{12}$/, refusal: '村代码是 12 位数字' } as const;
const moment = { optional: true, refusal: momentText } as const;
const photo = { shown: 'without notes', photo: true, hint: '当场拍' } as const;

/** The one photo of a proof, which everybody may see; a scan does not show that something hangs on a wall. */
export class PhotoInput {
  @ScanField('照片', { ...photo, refusal: '要一张看得清整张纸和公示栏的照片' }) photo: Received;
}

/** What shows that a notice hangs at a venue; what a page does not ask, a program may say. */
export class ProofInput extends PhotoInput {
  /** When it was put up; now, if nothing is said. */
  @MomentField('什么时候贴的', moment) postedAt?: string;
  /** Of several villages, the one whose board it is. */
  @TextField('哪个村', place) place?: string;
  @TextField('经度', { ...said, length: [3, 13], pattern: /^-?\d{1,3}\.\d{1,8}$/, refusal: '经度不对' })
  longitude?: string;

  @TextField('纬度', { ...said, length: [3, 12], pattern: /^-?\d{1,2}\.\d{1,8}$/, refusal: '纬度不对' })
  latitude?: string;
}

export class CheckInput {
  @TextField('哪个村', place) place?: string;
  @TickField('还在原处') inPlace = false;
  @TextField('说明（可不填）', { optional: true, lines: 2, length: [0, 200] }) remark = '';
}

/** A span in the dark: a person types two days with their times, a program sends two moments. */
export class DarkInput {
  @ChoiceField('哪一处', outages, { refusal: '选一处公示场所' }) venue: VenueKind;
  @DayField('从哪一天', { optional: true, refusal: '日期不对' }) fromDay?: string;
  @TextField('几点', { ...hour, hint: '例如 08:30' }) fromTime?: string;
  @DayField('到哪一天', { optional: true, refusal: '日期不对' }) toDay?: string;
  @TextField('几点', { ...hour, hint: '例如 17:00' }) toTime?: string;
  @TextField('怎么中断的', { lines: 2, length: [2, 200], refusal: '写明怎么中断的' }) reason: string;
  @TextField('哪个村', place) place?: string;
  @MomentField('从什么时候', moment) from?: string;
  @MomentField('到什么时候', moment) to?: string;
}

export class ErratumInput {
  @TextField('写错的字', { length: [1, 60], refusal: '写明错的字，最多 60 个字' }) wrong: string;
  @TextField('应该是', { length: [1, 60], refusal: '写明对的字，最多 60 个字' }) right: string;
  @TextField('怎么错的', { length: [2, 200], refusal: '写明怎么错的' }) reason: string;
}

export class TerminalInput {
  @TextField('屏幕的名字', { length: [2, 40], refusal: '给屏幕起个名字' }) name: string;
  @ChoiceField('哪里的屏幕', halls, { refusal: '县中心的屏幕，还是镇交易所的屏幕' }) kind: keyof typeof halls;
}
