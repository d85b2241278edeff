import { type Of, value, view } from '#platform';
import type { TransferState } from '../transfer-states.workflow.js';
import type { ReturnRow } from '../transfers.queries.js';
import { returnParts } from './transfer-page.words.js';

const defectView = view('Defect', {
  item: value.text(returnParts.item),
  lack: value.text(returnParts.lack),
  text: value.text(returnParts.text),
  rule: value.text(returnParts.rule),
});

/** A case that was sent back, with everything that is to be put right (一次性告知). */
export const returnView = view('TransferReturn', {
  level: value.code(returnParts.levels, returnParts.level),
  round: value.count(),
  defects: value.many(defectView, returnParts.defects),
  returnedBy: value.text(returnParts.returnedBy),
  returnedAt: value.moment(returnParts.returnedAt),
});

export type TransferReturn = Of<typeof returnView>;

export const returnOf = ({ level, round, defects, returnedBy, returnedAt }: ReturnRow): TransferReturn => ({
  ...{ level, round, returnedBy, returnedAt },
  defects: defects.map(({ item, fault: lack = '', text, rule }) => ({ item, lack, text, rule })),
});

/** What the last return asks for, while the case waits for it; null at any other time. */
export function askedFor(
  state: TransferState | null,
  returns: readonly TransferReturn[],
  staff = false,
): TransferReturn | null {
  // 县里退给镇里的，先由镇里看；要申请人补的，镇里再退。
  const waits = state === 'correction' || (state === 'county_returned' && staff);
  return waits ? (returns.at(-1) ?? null) : null;
}
