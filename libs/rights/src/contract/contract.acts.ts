import { type Actor, addDays, formatDay } from '#kernel';
import { type ActHead, type RecordForm, recordActs } from '#platform';
import type { ContractFacts } from './contract-desk.service.js';
import { ContractDesk } from './contract-desk.service.js';
import { ExtensionInput } from './contract.input.js';
import { contractPosts } from './contract.posts.js';
import { chainLinkView } from './contract.view.js';

/** What is entered of a contract from its papers. */
export const contractActs = recordActs('register/contracts', 'contract', {
  readers: contractPosts,
  head,
  gives: chainLinkView,
  helps: {
    extend: {
      ...{ noun: 'extension', by: ContractDesk, asks: ExtensionInput, label: '登记延包合同', form: following },
      text: [
        '耕地的承包期届满后再延长三十年（承包法第21条），每户的延包合同签了才算。照签好的合同填；原合同的地块都接到这份合同里，分户、减地的请用登记簿导入。',
        '已经流转的，期限照流转合同不变，不会自动延长。',
      ],
      said: '延包合同登记好了。',
    },
  },
});

/** What stands on the contract, and the day after its last. */
function following({ record }: ContractFacts, _me: Actor): RecordForm {
  return { values: { code: record.code, startsOn: addDays(record.termTo, 1) } };
}

function head({ record }: ContractFacts): ActHead {
  const href = record.householdId === null ? '/register' : `/register/households/${record.householdId}`;
  return {
    trail: { href, label: record.contractor },
    facts: [
      { label: '承包方', value: record.contractor, href },
      { label: '原合同', value: record.code, href: '' },
      { label: '承包期', value: `${formatDay(record.termFrom)}至${formatDay(record.termTo)}`, href: '' },
    ],
    back: { label: '回登记簿', href },
  };
}
