import { inPhase, statesBefore, statesIn, workflow } from '#kernel';
import { type NoticeFacts, clearRules, periodCertain, periodOver, venuesProven } from './notice.rules.js';

const county = ['county_reviewer', 'county_information', 'county_director'] as const;
/** What was bid for is written from a lot and rules that the county has approved: its notice follows the award by itself. */
const countyOrClock = [...county, 'clock'] as const;

// prettier-ignore
export const noticeWorkflow = workflow('notice', {
  label: '公示',
  states: {
    draft:          { phase: 'unpublished', label: '草稿', tone: 'info' },
    approved:       { phase: 'unpublished', label: '待发布', tone: 'info' },
    awaiting_proof: { phase: 'open',        label: '等公示凭证', tone: 'wait' },
    // 公示不少于七个工作日（商河县公布流程）；最后一处有凭证的当天不算（民法典第二百零一条）。
    running:        { phase: 'open',        label: '公示中', lasts: 'noticeWorkingDays', basis: '公示不少于 7 个工作日（商河县公布流程）；最后一处有凭证的当天不算（民法典第二百零一条）', tone: 'act' },
    over:           { phase: 'closed',      timed: true, label: '公示期满', tone: 'wait' },
    clear:          { phase: 'closed',      label: '公示通过', tone: 'go' },
    withdrawn:      { phase: 'down',        label: '已撤回', end: true, tone: 'stop' },
  },
  steps: [
    { from: 'draft', on: 'approve', to: 'approved', by: countyOrClock, label: '审定公示文字' },
    { from: 'approved', on: 'publish', to: 'awaiting_proof', by: countyOrClock, label: '发布', confirm: '发布以后文字一个字也不能改。' },
    { from: 'awaiting_proof', on: 'start', to: 'running', by: 'clock', label: '三处都有凭证，开始公示', needs: [venuesProven] },
    // 公示场所中断满一个工作日的，按中断的工作日顺延。
    { from: 'running', on: 'extend', to: 'same', by: county, label: '确认中断，延长公示' },
    { from: 'over', on: 'extend', to: 'running', by: county, label: '确认中断，延长公示' },
    // 不改条件的错别字：县级批准，更正，不重新公示。
    { from: ['awaiting_proof', 'running', 'over', 'clear'], on: 'correct', to: 'same', by: county, label: '更正错字', tone: 'quiet' },
    { from: 'running', on: 'end', to: 'over', by: 'clock', label: '公示期满', needs: [periodOver, periodCertain] },
    { from: 'over', on: 'pass', to: 'clear', by: 'clock', label: '公示通过', needs: clearRules },
    // 地块、面积、价款、期限、当事人、方式、用途有变：撤回，改了再发新版，重新公示满期。
    { from: ['awaiting_proof', 'running', 'over', 'clear'], on: 'withdraw', to: 'withdrawn', by: [...county, 'clock'], label: '撤回公示', tone: 'grave' },
  ],
});

/** Notices one may still object to, as far as the state says; the moment their period ends is asked beside it. */
export const openNoticeStates = statesIn(noticeWorkflow, 'open');
export const isOpenNotice = ({ state }: { state: string }): boolean => inPhase(noticeWorkflow, state, 'open');
/** What was withdrawn is over; a next version may follow it. */
export const isDown = ({ state }: { state: string }): boolean => inPhase(noticeWorkflow, state, 'down');
/** While a period may grow, an outage of a venue counts. */
export const mayExtend = ({ state }: { state: string }): boolean =>
  (statesBefore(noticeWorkflow, 'extend') as readonly string[]).includes(state);

export type NoticeState = keyof typeof noticeWorkflow.states;
export type { NoticeFacts };
