import { foldedCode } from '#kernel';
import { type Config, seal, unseal } from '#platform';

/** Whose account it is: who paid a receipt in, or who a disbursement goes to. */
export type NumberOf = 'receipt' | 'disbursement';

/** What a sealed number is bound to beside its row. Named as when the first was sealed: another name would open none of before. */
const boundTo: Record<NumberOf, string> = { receipt: 'deposit_payment', disbursement: 'deposit_outflow' };

/** A bank account as a row keeps it: sealed, with the last four digits, which a page may show. */
export function sealedNumber(
  config: Config,
  of: NumberOf,
  id: string,
  account: string,
): { sealed: string; tail: string } {
  return { sealed: seal(config.secretKey, account, `${boundTo[of]} ${id}`), tail: account.slice(-4) };
}

export const openedNumber = (config: Config, of: NumberOf, id: string, sealed: string): string =>
  unseal(config.secretKey, sealed, `${boundTo[of]} ${id}`);

/** One spelling of a slip's number, of an account and of a name, whichever keyboard typed them. */
export const slipNumberOf = (text: string): string => foldedCode(text);
export const digitsOf = (text: string): string => text.replace(/[\s-]/g, '');
