import { type ActHead, doneView, recordActs } from '#platform';
import { EscrowInput } from './escrow.input.js';
import { EscrowAccounts, type EscrowFacts } from './escrow-accounts.service.js';

const back = { href: '/escrow-accounts', label: '风险保障金专户' };

/** How a town comes by its escrow account. */
export const escrowActs = recordActs('escrow-accounts', 'escrow_account', {
  named: null,
  readers: ['county_administrator'],
  head: (): ActHead => ({ trail: back, facts: [], back }),
  helps: {
    set: {
      ...{ noun: '', by: EscrowAccounts, asks: EscrowInput, fresh: true, label: '登记一个账户', press: '登记' },
      form: ({ towns }: EscrowFacts) => ({
        choices: { officeCode: Object.fromEntries(towns.map(({ code, name }) => [code, name])) },
      }),
      gives: doneView,
      said: '专户登记好了，以后的缴款通知书印这个账户。',
    },
  },
});
