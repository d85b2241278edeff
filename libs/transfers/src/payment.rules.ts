import { type AmountFacts, type DepositAmount, depositAmount } from '#deposits';
import { type Blocker, blocker } from '#kernel';
import { annualRent } from './deal.view.js';
import type { TransferFacts } from './transfer.facts.js';

/** What the risk deposit of a case depends on. */
export function depositTerms(facts: TransferFacts): AmountFacts {
  const { record, term } = facts;
  return { annualRentFen: annualRent(facts), areaMu: record.areaMu, term, transfereeKind: record.transfereeKind };
}

/** The deposit of a case by the rules it started under: the agreement prints what the demand will ask for. */
export const depositDue = (facts: TransferFacts): DepositAmount => depositAmount(facts.parameters, depositTerms(facts));

/** With the filing the deposit is asked for: nobody can pay into an account that the paper does not name (领域规则 3.12). */
export const accountToPayInto = (facts: TransferFacts): Blocker | undefined =>
  facts.escrow !== null || depositDue(facts).waived
    ? undefined
    : blocker(
        'account-to-pay-into',
        '本镇的风险保障金专户还没有登记，缴款通知书上没有账号可写。请县里管理员先登记专户。',
        '风险保障金协议第二条',
        { href: '/escrow-accounts', label: '看专户' },
      );
