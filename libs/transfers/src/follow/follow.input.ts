import { TextField } from '#platform';

/** What stands on the receipt. */
export class FollowInput {
  @TextField('案件或异议的编号', {
    ...{ length: [10, 30], code: true, hint: '在回执上，例如 370126101A26090017，或者 商农异〔2026〕第0003号' },
    refusal: '编号照着回执写全',
  })
  number: string;

  @TextField('查询码', { length: [8, 8], code: true, hint: '在编号下面，8 位', refusal: '查询码是 8 位，在编号下面' })
  code: string;
}
