import type { Day } from '#kernel';
import type { EscrowInput } from '../escrow.input.js';

/** The made-up escrow account of a town of a training county. */
export const madeUpAccount = (officeCode: string, town: string, validFrom: Day): EscrowInput => ({
  ...{ officeCode, validFrom, number: `99990000${officeCode.slice(0, 9)}` },
  holder: `${town}农村产权交易所风险保障金专户（演练）`,
  bank: '演练农村商业银行',
  basis: '演练用，不是真账户',
});
