import { type Blocker, type Rule, blocker, type WorkflowFacts } from '#kernel';
import type { KeyShown } from '#platform';
import type { ApiClient } from './api-client.entity.js';

/** A program, and the keys it has had. */
export interface ClientFacts extends WorkflowFacts {
  record: ApiClient;
  keys: readonly KeyShown[];
}

/** Two persons let a program in (ASVS 2.3.5). */
export const anotherPerson: Rule<ClientFacts> = ({ record }, { actor }): Blocker | undefined =>
  record.askedBy === actor.accountId
    ? blocker('another-person-admits', '是您申请的，要由另一个人确认。', '平台规则：程序接入须两人经手')
    : undefined;
