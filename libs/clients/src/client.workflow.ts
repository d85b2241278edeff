import { workflow } from '#kernel';
import { seconds } from '#platform';
import { anotherPerson } from './client.rules.js';

// prettier-ignore
export const clientWorkflow = workflow('api_client', {
  label: '接入程序',
  states: {
    asked:   { phase: 'asked', label: '等确认', tone: 'wait' },
    open:    { phase: 'open',  label: '在用', tone: 'go' },
    refused: { phase: 'over',  label: '没有同意', end: true, tone: 'stop' },
    ended:   { phase: 'over',  label: '已停用', end: true, tone: 'stop' },
  },
  steps: [
    { from: 'asked', on: 'confirm', to: 'open',    by: seconds, label: '同意接入', needs: [anotherPerson] },
    { from: 'asked', on: 'refuse',  to: 'refused', by: seconds, label: '不同意', tone: 'grave', needs: [anotherPerson] },
    { from: 'open',  on: 'end',     to: 'ended',   by: ['county_administrator', ...seconds], label: '停用这个程序', tone: 'grave', aside: true, confirm: '停用后它的密钥马上都不能用，不能恢复。确定停用？' },
  ],
});
