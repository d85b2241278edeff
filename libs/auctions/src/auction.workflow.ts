import { workflow } from '#kernel';
import { auctionStates } from './auction-states.workflow.js';

const county = ['county_director', 'supervisor'] as const;

// prettier-ignore
export const auctionWorkflow = workflow('auction', {
  label: '竞价',
  states: auctionStates,
  steps: [
    { from: 'announced', on: 'start',      to: 'running',    by: 'clock', label: '竞价开始' },
    { from: 'announced', on: 'reschedule', to: 'same',       by: ['clock', ...county], label: '改期', tone: 'quiet', hint: '开始的时候系统不在：另定时间，公告、告知。', aside: true },
    { from: 'running',   on: 'sell',       to: 'sold',       by: 'clock', label: '竞价结束，成交' },
    { from: 'running',   on: 'part',       to: 'drawing',    by: 'clock', label: '竞价结束，同价同序，抽签' },
    { from: 'running',   on: 'fail',       to: 'failed',     by: 'clock', label: '竞价结束，流标', back: true },
    { from: 'drawing',   on: 'sell_drawn', to: 'sold',       by: 'clock', label: '抽签定下，成交' },
    { from: 'sold',      on: 'pass_on',    to: 'same',       by: 'clock', label: '由下一名接着成交', aside: true },
    { from: 'sold',      on: 'finish',     to: 'closed',     by: 'clock', label: '合同已签' },
    { from: 'sold',      on: 'fall',       to: 'failed',     by: ['clock', ...county], label: '成交的没有办成', back: true },
    { from: ['announced', 'running'], on: 'suspend', to: 'suspended', by: ['clock', ...county], label: '中止竞价', tone: 'quiet', aside: true },
    { from: 'suspended', on: 'resume',     to: 'before',     by: ['clock', ...county], label: '恢复竞价' },
    { from: ['announced', 'running', 'suspended', 'drawing', 'sold'], on: 'terminate', to: 'terminated', by: ['clock', ...county], label: '终结竞价', tone: 'grave', aside: true, back: true },
  ],
});
