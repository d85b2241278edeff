import { workflow } from '#kernel';
import { rightDealStates as states } from './right-deal-states.workflow.js';
import * as rule from './right-deal.rules.js';

// prettier-ignore
export const rightDealWorkflow = workflow('right_deal', {
  label: '其他产权成交',
  states,
  steps: [
    { from: 'on_notice', on: 'pass', to: 'signing', by: 'clock', label: '结果公示期满，可以签合同', needs: [rule.noticeClear] },
    { from: 'on_notice', on: 'publish_again', to: 'same', by: ['county_reviewer', 'county_director'], label: '补正后重新公示', tone: 'quiet', needs: [rule.objectionUpheld], hint: '异议成立、能补正的：撤下这一版，重新公示满期。', aside: true },
    { from: 'signing', on: 'sign', to: 'closed', by: 'town_trade', label: '登记签好的合同', needs: [rule.noticeClear], hint: '双方签名、盖章的合同扫描上传；登记以后这一宗成交。' },
    { from: ['on_notice', 'signing'], on: 'end', to: 'fallen', by: ['county_director', 'supervisor'], label: '终止成交', tone: 'grave', confirm: '终止以后这一宗流标，保证金退回。', aside: true, back: true },
  ],
});
