import { soon, type Tx } from './transaction.js';

/** A statement that writes and answers nothing. */
export interface Writing {
  text: string;
  values: readonly unknown[];
}

/** Sends writes as one statement, which the commit waits for. They happen at once: none of them sees what another did. */
export function writeAtOnce(tx: Tx, ...writings: readonly Writing[]): void {
  const values = writings.flatMap((each) => each.values);
  const texts = writings.map(({ text }, index) => {
    const before = writings.slice(0, index).reduce((sum, each) => sum + each.values.length, 0);
    return numberedAfter(before, text);
  });
  const last = texts.pop() ?? '';
  const first = texts.map((text, index) => `w${index} AS (${text})`).join(', ');
  soon(tx, tx.query(first === '' ? last : `WITH ${first} ${last}`, values));
}

/** The text of a statement whose values stand behind so many others. */
export const numberedAfter = (others: number, text: string): string =>
  others === 0 ? text : text.replaceAll(/\$(\d+)/g, (_, number) => `$${Number(number) + others}`);
