import type { CertificateView } from './certificate.letter.js';
import type { CertificateChange } from './certificate-change.entity.js';
import { itemWords } from './certificate.words.js';

/** What may be changed without a new case: facts about the holder and the land's use, never the deal itself. */
export type ChangeItem = keyof typeof itemWords & keyof CertificateView;

export function isChangeItem(text: string): text is ChangeItem {
  return Object.hasOwn(itemWords, text);
}

/** The certificate as it stands now: what the paper says, with every change since laid over it. */
export function asItStands(
  paper: CertificateView,
  changes: readonly Pick<CertificateChange, 'kind' | 'item' | 'after'>[],
): CertificateView {
  const over = changes.filter((change) => change.kind === 'change' && isChangeItem(change.item));
  return Object.assign({ ...paper }, ...over.map((change) => ({ [change.item]: change.after }))) as CertificateView;
}

/** 种植粮食：小麦 with other crops stays 种植粮食. */
export function useWith(before: string, crops: string): string {
  const [kind, ...rest] = before.split('：');
  return rest.length === 0 ? crops : `${kind}：${crops}`;
}
