import { workflow } from '#kernel';
import * as rule from './wanted.rules.js';
import { wantedStates } from './wanted-states.workflow.js';

// prettier-ignore
export const wantedWorkflow = workflow('wanted', {
  label: '求租信息',
  states: wantedStates,
  steps: [
    { from: 'draft',     on: 'submit',    to: 'checking',   by: 'applicant',  label: '交镇里核对', needs: [rule.kindWanted], hint: '镇里核对以后公开；公开的只有要什么样的地，没有电话。' },
    { from: 'checking',  on: 'publish',   to: 'published',  by: 'town_trade', label: '公开', needs: [rule.kindWanted, rule.notOwnWish], hint: '看清楚：没有电话、没有骂人的话、要的地能流转。' },
    { from: 'checking',  on: 'return',    to: 'draft',      by: 'town_trade', label: '退回修改', tone: 'quiet', back: true },
    { from: ['draft', 'checking', 'published'], on: 'withdraw', to: 'withdrawn', by: ['applicant', 'town_trade'], label: '撤回', tone: 'quiet', confirm: '撤回以后不再公开；再要求租，另写一条。', aside: true, back: true },
    { from: 'published', on: 'take_down', to: 'taken_down', by: 'town_trade', label: '下架', tone: 'quiet', hint: '内容不实、不能流转的；写明理由，告诉求租的人。', aside: true, back: true },
    { from: 'published', on: 'expire',    to: 'expired',    by: 'clock',      label: '到期下架' },
  ],
});
