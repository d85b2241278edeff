import { type ActHead, actTable, recordActs, seconds } from '#platform';
import { ClientInput, ClientReason } from './client.input.js';
import { clientView, newKeyView } from './client.view.js';
import { clientWords } from './client.words.js';
import { clientWorkflow } from './client.workflow.js';
import { ClientKeys } from './client-keys.service.js';
import { Clients } from './clients.service.js';
import type { ClientFacts } from './client.rules.js';

const clients = { href: '/clients', label: '接入程序' };
const administrator = ['county_administrator'] as const;
const readers = [...administrator, ...seconds] as const;
const asked = { by: Clients, fresh: true } as const;
const keys = { by: ClientKeys, fresh: true } as const;

/** How a program is asked for. */
export const clientsActs = recordActs('clients', 'api_client', {
  named: null,
  readers: administrator,
  gives: clientView,
  head: (): ActHead => ({ trail: clients, facts: [], back: { ...clients, label: '不申请了' } }),
  helps: {
    ask: {
      ...{ ...asked, noun: '', asks: ClientInput, label: clientWords.ask, said: '申请好了，等另一个人确认。' },
      text: ['一个程序一个接入：哪个单位的、替哪个岗位、管到哪里。监管岗或县中心负责人同意以后，才能发密钥。'],
    },
  },
});

/** What is done with a program. It acts with the next request of any of its keys. */
export const clientActs = actTable('clients', clientWorkflow, {
  readers,
  gives: clientView,
  head,
  steps: {
    confirm: { ...asked, noun: 'confirmation', said: '同意接入了，系统管理员可以发密钥。' },
    refuse: { ...asked, noun: 'refusal', asks: ClientReason, said: '没有同意。' },
    end: { ...asked, noun: 'end', asks: ClientReason, said: '程序停用了，密钥都已失效。' },
  },
  helps: {
    issue: {
      ...{ ...keys, noun: 'keys', posts: administrator, tells: 'clients/key', gives: newKeyView, when: isOpen },
      label: ({ keys: held }) => (held.length === 0 ? '发密钥' : '换密钥'),
      hint: ({ keys: held }) => (held.length === 0 ? '' : '旧的还能用几天，让程序换过来。'),
      said: '新密钥',
    },
    revoke: {
      ...{ ...keys, noun: 'keys/:key/revocation', label: '马上停用这个密钥', tone: 'grave', when: isOpen },
      ...{ said: '密钥停用了，马上生效。', confirm: '停用后用它的程序马上连不上，不能恢复。确定停用？' },
    },
  },
});

function isOpen({ record }: ClientFacts): boolean {
  return record.state === 'open';
}

function head({ record }: ClientFacts): ActHead {
  const href = `/clients/${record.id}`;
  const line = (label: string, value: string): ActHead['facts'][number] => ({ label, value, href: '' });
  return {
    trail: { href, label: record.name },
    facts: [line('程序', record.name), line('单位', record.bodyName), line('用来做什么', record.reason)],
    back: { label: '回这个程序', href },
  };
}
