import { type ActHead, doneView, recordActs, seconds } from '#platform';
import { secondHalfView } from './account.view.js';
import { StartDesk, type StartFacts } from './start-desk.service.js';

const asked = { by: StartDesk, fresh: true } as const;

/** What the second person does with the start of an account. */
export const startActs = recordActs('account-starts', 'account_start', {
  readers: seconds,
  head,
  helps: {
    confirm: {
      ...asked,
      noun: 'confirmation',
      label: '确认',
      said: '已确认',
      tells: 'accounts/second-half',
      gives: secondHalfView,
    },
    refuse: {
      ...asked,
      noun: 'refusal',
      label: '不同意',
      tone: 'grave',
      said: '没有同意，账号没有动。',
      gives: doneView,
    },
  },
});

function head({ record }: StartFacts): ActHead {
  const back = { href: '/account-starts', label: '确认账号起用' };
  const line = (label: string, value: string): ActHead['facts'][number] => ({ label, value, href: '' });
  return {
    trail: back,
    facts: [line('姓名', record.name), line('登录名', record.login), line('原因', record.reason)],
    back,
  };
}
