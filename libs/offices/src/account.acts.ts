import { type AccountRow, type ActHead, recordActs } from '#platform';
import { AccountDesk } from './account-desk.service.js';
import { accountView, startPasswordView } from './account.view.js';
import { AccountOpening, Appointment, Restarting } from './account.input.js';

interface AccountFacts {
  record: AccountRow;
}

const asked = {
  by: AccountDesk,
  fresh: true,
  posts: ['county_administrator'] as const,
} as const;

const toldOnce = { tells: 'accounts/start-password', gives: startPasswordView } as const;
const accounts = { href: '/accounts', label: '账号' };

/** How somebody comes to an account. */
export const accountsActs = recordActs('accounts', 'account', {
  named: null,
  readers: ['county_administrator'],
  head: (): ActHead => ({ trail: accounts, facts: [], back: { ...accounts, label: '不开了' } }),
  helps: {
    open: {
      ...{ ...asked, noun: '', asks: AccountOpening, label: '开账号', ...toldOnce },
      text: ['一个人一个账号；一个账号可以有几个岗位。先开账号和第一个岗位，其余的在账号页上加。'],
    },
  },
});

/** What the administrator does with an account. It acts with the next request of any session. */
export const accountActs = recordActs('accounts', 'account', {
  readers: ['county_administrator'],
  head,
  gives: accountView,
  helps: {
    grant: { ...asked, noun: 'posts', asks: Appointment, label: '任命', said: '岗位已加上，马上生效。' },
    end_post: { ...asked, noun: 'posts/:held/end', label: '免去', said: '岗位已免去，马上生效。' },
    restart: { ...asked, noun: 'start-password', asks: Restarting, label: '重发初始密码', ...toldOnce },
    disable: { ...asked, noun: 'closure', label: '停用', when: open, said: '账号已停用，登录都已退出。' },
    enable: {
      ...{ ...asked, noun: 'reopening', label: '启用', said: '账号已启用。' },
      when: ({ record }: AccountFacts) => record.disabledAt !== null,
    },
  },
});

function open({ record }: AccountFacts): boolean {
  return record.disabledAt === null;
}

function head({ record }: AccountFacts): ActHead {
  const href = `/accounts/${record.id}`;
  return {
    trail: { href, label: record.name },
    facts: [{ label: '登录名', value: record.login, href: '' }],
    back: { label: '回账号', href },
  };
}
