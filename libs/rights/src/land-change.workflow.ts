import { workflow } from '#kernel';
import type { LandChangeFacts, LandChangeState } from './land-change.entity.js';

/**
 * 只有承包方能流转自己的承包地（承包法第三十六条）；登记簿把在办、已流转的地改给别的合同、别的户，要由人决定，不能悄悄改。
 * Until it is decided the register stays as it was.
 */
// prettier-ignore
export const landChangeWorkflow = workflow<LandChangeState, 'adopt' | 'refuse' | 'drop', LandChangeFacts>('land_change', {
  label: '登记簿变更',
  states: {
    open:      { label: '待镇协调部决定', tone: 'act', within: 'landChangeWorkingDays', basis: '平台规则 登-01：登记簿变更涉及在办案件、已生效流转的，由镇协调部决定' },
    adopted:   { label: '照交来的改了登记簿', tone: 'go', end: true },
    refused:   { label: '不改登记簿', tone: 'stop', end: true },
    withdrawn: { label: '后来交的登记簿不再这样写', tone: 'info', end: true },
  },
  steps: [
    { from: 'open', on: 'adopt',  to: 'adopted',   by: 'town_coordination', label: '照交来的改登记簿', hint: '写明查清的事实。改了以后，在办的案件恢复；转出方不再是承包方的，不能往下办。', confirm: '改了以后，登记簿上就是交来的内容；已经生效的流转继续有效，双方会收到告知书。' },
    { from: 'open', on: 'refuse', to: 'refused',   by: 'town_coordination', label: '不改登记簿', tone: 'quiet', hint: '写明为什么不改；登记簿照旧，在办的案件恢复。' },
    { from: 'open', on: 'drop',   to: 'withdrawn', by: 'clock',             label: '后来交的登记簿不再这样写' },
  ],
});
