import { CountField, TextField } from '../fields/fields.js';

/** What is looked for; nothing lists what the reader used last. */
export class FinderQuery {
  @TextField('要找的', { optional: true, unasked: true, length: [0, 60], refusal: '要找的最多 60 个字' }) q?: string;
  /** More than a finder gives is its own refusal. */
  @CountField('几个', { optional: true, unasked: true, most: 1_000_000 }) limit?: number;
}
