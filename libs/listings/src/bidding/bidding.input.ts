import { DayField, TextField } from '#platform';

/** When a lot is bid for. */
export class BiddingStartInput {
  @DayField('哪天开始竞价', { bound: 'future' }) startsOn: string;
  @TextField('几点开始', {
    ...{ length: [4, 5], pattern: /^([01]?\d|2[0-3])[:：][0-5]\d$/, hint: '例如 09:30' },
    refusal: '几点开始写成 09:30 这样',
  })
  startsTime: string;
}
