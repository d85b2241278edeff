import { workflow } from '#kernel';
import { drawStates as states } from './draw-states.workflow.js';
import * as rule from './draw.rules.js';

// prettier-ignore
export const drawWorkflow = workflow('draw', {
  label: '抽签',
  states,
  steps: [
    { from: 'frozen',    on: 'publish',  to: 'published', by: ['county_reviewer', 'supervisor'], label: '公布名单摘要', hint: '公布以后名单改不了，也不能重抽；公布以后才能有种子。', confirm: '公布以后名单改不了，也不能重抽。' },
    { from: 'frozen',    on: 'announce', to: 'published', by: 'clock',      label: '按规则公布名单摘要' },
    { from: 'published', on: 'call',     to: 'sealing',   by: 'clock',      label: '请各方封存号码' },
    { from: 'sealing',   on: 'unseal',   to: 'opening',   by: 'clock',      label: '封存结束，请各方揭开' },
    { from: ['sealing', 'opening'], on: 'hand_over', to: 'published', by: 'clock', label: '揭开的不到两个，改由观察人录种子', back: true },
    { from: 'published', on: 'seed',     to: 'seeded',    by: 'supervisor', label: '录入种子', needs: [rule.notWhoFroze, rule.publishedBefore], hint: '种子要谁都定不了、公布以后才出来：当场掷骰子、摇号，或者公开开奖的号码。' },
    { from: 'opening',   on: 'sum',      to: 'seeded',    by: 'clock',      label: '各方号码合成种子' },
    { from: 'seeded',    on: 'draw',     to: 'drawn',     by: 'clock',      label: '按名单和种子排出结果' },
    { from: ['frozen', 'published', 'sealing', 'opening'], on: 'cancel', to: 'cancelled', by: 'clock', label: '不用抽了', back: true },
  ],
});
