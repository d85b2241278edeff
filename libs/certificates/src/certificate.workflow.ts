import { workflow } from '#kernel';
import * as replacement from './replacement.rules.js';
import * as rule from './certificate.rules.js';

const current = ['valid', 'changed'] as const;

// One row, one sentence: from, on, to, by, needs. Expiry is no state: it is read off the term. Aligned by hand.
// prettier-ignore
export const certificateWorkflow = workflow('certificate', {
  label: '经营权证书',
  states: {
    valid:      { label: '有效',       tone: 'go' },
    changed:    { label: '有效，有变更', tone: 'info' },
    revoking:   { label: '撤销复核中', tone: 'act' },
    superseded: { label: '已换新证，旧号作废', end: true },
    cancelled:  { label: '已注销',     end: true, tone: 'wait' },
    revoked:    { label: '已撤销',     end: true, tone: 'stop' },
  },
  steps: [
    { from: current,    on: 'change',              to: 'changed',    by: 'county_certifier', label: '变更',     tone: 'quiet', needs: [rule.rightHeld, rule.termRunning], hint: '名称、代表人、住所、不动产登记号、作物。地块、面积、期限、当事人变了，要重新办流转。' },
    { from: current,    on: 'reissue',             to: 'superseded', by: 'county_certifier', label: '遗失补发', tone: 'quiet', needs: [rule.rightHeld, rule.termRunning], hint: '刊发遗失声明、满了县里定的天数才能补发；旧号作废。' },
    { from: current,    on: 'exchange',            to: 'superseded', by: 'county_certifier', label: '换发',     tone: 'quiet', needs: [rule.rightHeld, rule.termRunning], hint: '污损、变更或印错了，交回旧证换新证；旧号作废。' },
    { from: current,    on: 'cancel',              to: 'cancelled',  by: ['county_certifier', 'county_reviewer'], label: '注销', tone: 'grave', needs: [rule.rightOver, rule.notEncumbered], confirm: '注销后这个证号永远不能再用。' },
    { from: current,    on: 'propose',             to: 'revoking',   by: ['county_certifier', 'supervisor'], label: '提请撤销', tone: 'grave', hint: '发错了或者有人造假。另一个人（负责人）复核后才撤销。' },
    { from: 'revoking', on: 'revoke',              to: 'revoked',    by: 'county_director',  label: '同意撤销', tone: 'grave', needs: [rule.anotherPerson], confirm: '撤销后这个证号永远不能再用。' },
    { from: 'revoking', on: 'dismiss',             to: 'before',     by: 'county_director',  label: '不予撤销', tone: 'quiet', needs: [rule.anotherPerson] },
    { from: 'revoked',  on: 'request_replacement', to: 'same',       by: ['county_certifier', 'supervisor'], label: '提请重新发证', tone: 'quiet', needs: [rule.rightHeld, rule.termRunning, replacement.notFollowed, replacement.notAskedYet], hint: '发错了而权利没有错的，可以重新发证。另一个人（负责人）复核后才发；旧号仍是已撤销。' },
    { from: 'revoked',  on: 'replace',             to: 'same',       by: 'county_director',  label: '同意重新发证', needs: [replacement.replacementRequested, replacement.anotherDecides, replacement.neitherAcceptorNorReviewer, rule.rightHeld, rule.termRunning, replacement.notFollowed], confirm: '按案件现在的登记发一本新证，用新证号。' },
    { from: 'revoked',  on: 'refuse_replacement',  to: 'same',       by: 'county_director',  label: '不予重新发证', tone: 'quiet', needs: [replacement.replacementRequested, replacement.anotherDecides] },
  ],
});

export type CertificateState = keyof typeof certificateWorkflow.states;
export type CertificateAction = (typeof certificateWorkflow.steps)[number]['on'];
