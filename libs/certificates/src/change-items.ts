import type { CertificateView } from '#papers';
import type { CertificateChange } from './certificate-change.entity.js';

/** What may be changed without a new case: facts about the holder and the land's use, never the deal itself. */
export const changeItems = {
  holder: { label: '权利人名称', hint: '名称变了，主体没有变' },
  representative: { label: '代表人', hint: '' },
  address: { label: '住所', hint: '' },
  realEstate: { label: '不动产登记', hint: '写不动产登记证明号' },
  use: { label: '用途', hint: '只写种植、养殖的品种；改用途类别要重新办流转' },
} as const satisfies Partial<Record<keyof CertificateView, { label: string; hint: string }>>;

export type ChangeItem = keyof typeof changeItems;

export function isChangeItem(text: string): text is ChangeItem {
  return Object.hasOwn(changeItems, text);
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
