import { yuan } from '#kernel';

/** What was typed as an amount: fen, or null where none can be read, and what stays of it for the receipt. */
export function amountOf(typed: unknown): { amountFen: number | null; said: string } {
  const text = typeof typed === 'string' ? typed : '';
  // Long digits may be a number of a person; they stand in no receipt.
  const said = text
    .normalize('NFKC')
    .replace(/[^\d.,+\-eE]/g, '')
    .slice(0, 12);
  try {
    const amountFen = yuan(text);
    return { amountFen, said: '' };
  } catch {
    return { amountFen: null, said };
  }
}
