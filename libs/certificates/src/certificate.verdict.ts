import { type Day, type Term, formatDay } from '#kernel';
import type { Standing } from '#rights';
import { type CertificateState, certificateWorkflow } from './certificate.workflow.js';

/** What a stranger is told about a certificate. */
export type Verdict = 'valid' | 'changed' | 'expired' | 'cancelled' | 'revoked';

export interface VerdictWords {
  state: Verdict;
  tone: 'go' | 'info' | 'wait' | 'stop';
  stamp: string;
  heading: string;
  advice: string;
}

interface Asked {
  state: string;
  term: Term;
  standing: Standing;
  /** Whether any change is on its record. */
  changed: boolean;
  /** Where the right goes on, if it was renewed. */
  renewal?: { number: string; from: Day; to: Day } | null;
  /** The number that took its place. */
  nextNumber?: string | null;
}

const compare = '请和手里的纸一项一项对。有一项不一样，就不要付钱，打电话问县中心。';

/**
 * One fact decides: the record, the right it proves and today. Nobody waits for a clock to say that a certificate has expired
 * （证书随流转合同到期自动失效）.
 */
export function verdictOf(asked: Asked, today: Day): VerdictWords {
  return withdrawn(asked) ?? over(asked, today) ?? standing(asked, today);
}

/** The paper itself was taken out of use. */
function withdrawn({ state, nextNumber = null }: Asked): VerdictWords | undefined {
  if (state === 'revoked') {
    return {
      state: 'revoked',
      tone: 'stop',
      stamp: '已撤销',
      heading: '这本证书发错了，已经撤销，不能用',
      advice: nextNumber
        ? `权利还在，县中心另发了新证 ${nextNumber}：请对方拿出新证，用新证上的查验码再查。`
        : '不要付钱，打电话问县中心。',
    };
  }
  if (state === 'superseded') {
    return {
      state: 'cancelled',
      tone: 'wait',
      stamp: '旧号作废',
      heading: '这本证书的旧号已经作废，换了新证',
      advice: `请对方拿出新证${nextNumber ? `（${nextNumber}）` : ''}，用新证上的查验码再查。`,
    };
  }
  if (state === 'cancelled') {
    return {
      state: 'cancelled',
      tone: 'wait',
      stamp: '已注销',
      heading: '这本证书已经注销，不能用',
      advice: '权利已经结束。不要付钱，有疑问打电话问县中心。',
    };
  }
  return undefined;
}

/** The right that it proves is over. */
function over({ term, standing, renewal = null }: Asked, today: Day): VerdictWords | undefined {
  if (today > term.end && renewal) {
    return {
      state: 'expired',
      tone: 'wait',
      stamp: '已续期',
      heading: `这本证书是真的，${formatDay(term.end)}已经到期，权利已经续期`,
      advice: `续到${formatDay(renewal.to)}，以新证 ${renewal.number} 为准；这一本到期失效。`,
    };
  }
  if (today > term.end) {
    return {
      state: 'expired',
      tone: 'wait',
      stamp: '已到期',
      heading: `这本证书是真的，${formatDay(term.end)}已经到期`,
      advice: '期限到了，证书自动失效。要接着用这块地，看有没有续签。',
    };
  }
  if (standing !== 'active') {
    return {
      state: 'cancelled',
      tone: 'wait',
      stamp: '已失效',
      heading: '这本证书证明的权利已经终止，不能用',
      advice: '不要付钱，有疑问打电话问县中心。',
    };
  }
  return undefined;
}

function standing({ state, term, changed, renewal = null }: Asked, today: Day): VerdictWords {
  const since = today < term.start ? `，从${formatDay(term.start)}起生效` : '，现在有效';
  const goesOn = renewal ? `已经续期：${formatDay(renewal.from)}起以新证 ${renewal.number} 为准。` : '';
  const review = state === 'revoking' ? '有人对这本证书提出疑问，正在复核：付钱以前先打电话问县中心。' : '';
  if (changed) {
    return {
      state: 'changed',
      tone: 'info',
      stamp: '已变更',
      heading: `这本证书是真的${since}，内容有变更`,
      advice: `${review}以这里写的新内容为准。${goesOn}${compare}`,
    };
  }
  return {
    state: 'valid',
    tone: review === '' ? 'go' : 'wait',
    stamp: '有效',
    heading: `这本证书是真的${since}`,
    advice: `${review}${goesOn}${compare}`,
  };
}

/** The tag that lists and pages of the exchange show: the state, or that it has expired. */
export function tagOf(state: string, term: Term, today: Day): { label: string; tone: string } {
  const { label, tone, end } = { tone: '', end: false, ...certificateWorkflow.states[state as CertificateState] };
  return !end && today > term.end ? { label: '已到期', tone: '' } : { label, tone };
}
