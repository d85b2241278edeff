import { type Actor, formatMoment, formatMu, mu } from '#kernel';
import { conclusions, farmlandFindings } from '#inspections';
import type { TransferFacts } from '../transfer.facts.js';

/** What two people found on the land, for whoever decides upon it; null before anybody is to go. */
export function surveySection({ surveyed }: TransferFacts, reader: Actor): object | null {
  if (surveyed.inspectionId === null) return null;
  const href = reader.kind === 'staff' ? `/inspections/${surveyed.inspectionId}` : '';
  if (surveyed.visitedAt === null) return { href, facts: [], checks: [], text: '还没有去看地。' };
  const line = (label: string, value: string | null): object[] => (value ? [{ label, value, href: '' }] : []);
  return {
    href,
    text: '',
    facts: [
      ...line('到场', formatMoment(surveyed.visitedAt)),
      ...line('调查员', surveyed.surveyors.join('、')),
      ...line('现场照片', `${surveyed.photos} 张`),
      ...line('实测面积', surveyed.measuredMu && `${formatMu(surveyed.measuredMu)} 亩`),
      ...line('永久基本农田', surveyed.basicFarmland && farmlandFindings[surveyed.basicFarmland]),
      ...line('结论', surveyed.conclusion && conclusions[surveyed.conclusion]),
      ...line('意见', surveyed.opinion),
    ],
    checks: [...surveyed.flagged.map(differing), ...unconfirmed(surveyed.neighbours)],
  };
}

function differing(parcel: TransferFacts['surveyed']['flagged'][number]): object {
  const measured = parcel.measuredMu === null ? '' : `，实测 ${formatMu(mu(parcel.measuredMu))} 亩`;
  const text = `合同 ${formatMu(mu(parcel.recordedMu))} 亩${measured}，相差 ${parcel.differencePercent ?? ''}%`;
  return { title: parcel.name, result: 'no', text, way: null, article: '' };
}

/** Neighbours who do not agree with a boundary. */
function unconfirmed(neighbours: TransferFacts['surveyed']['neighbours']): object[] {
  const against = neighbours.filter((each) => !each.confirmed);
  return against.length === 0
    ? []
    : [{ title: '四邻', result: 'no', text: `${against.length} 处边界有人不确认。`, way: null, article: '' }];
}
