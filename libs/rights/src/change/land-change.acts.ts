import { type ActHead, actTable } from '#platform';
import type { LandChangeFacts } from '../land-change.entity.js';
import { landChangeWorkflow } from '../land-change.workflow.js';
import { LandChangeDecisionInput } from './land-change.input.js';
import { landChangePosts } from './land-change.posts.js';
import { landChangeView } from './land-change.view.js';
import { LandChangesService } from './land-changes.service.js';

/** What town coordination decides on a row of the register that would move land under a case or a right. */
export const landChangeActs = actTable('register/changes', landChangeWorkflow, {
  readers: landChangePosts,
  head,
  gives: landChangeView,
  steps: {
    adopt: {
      noun: 'adoption',
      by: LandChangesService,
      asks: LandChangeDecisionInput,
      said: '登记簿改好了，在办的案件恢复，已经生效的双方会收到告知书。',
    },
    refuse: {
      noun: 'refusal',
      by: LandChangesService,
      asks: LandChangeDecisionInput,
      said: '登记簿不改，在办的案件恢复。',
    },
  },
});

function head({ record }: LandChangeFacts): ActHead {
  const href = `/register/changes/${record.id}`;
  return {
    trail: { href, label: `登记簿变更 ${record.code}` },
    facts: record.differences.map(({ before, after }) => ({ label: '改动', value: `${before} → ${after}`, href: '' })),
    back: { href, label: '回这份变更' },
  };
}
