import { type Day } from '#kernel';
import { DayField, type Received, ScanField, TextField } from '#platform';

/** 延包合同, as it was signed. */
export class ExtensionInput {
  @TextField('延包合同代码', { length: [18, 19], code: true, hint: '19 位，照延包合同；沿用原代码的，填原代码' })
  code: string;
  @DayField('从哪天起', { hint: '照合同；和原合同之间差一天，也不算连上' }) startsOn: Day;
  @DayField('到哪天止') endsOn: Day;
  @DayField('哪天签的', { bound: 'past' }) signedOn: Day;
  @ScanField('签字盖章的延包合同', { hint: '照片或 PDF', camera: false }) file: Received;
}
