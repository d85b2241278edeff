import { formatMu, formatTerm, formatYuan } from '#kernel';
import type { HouseholdConsent } from '#parties';
import type { FormField } from '#platform';
import type { TransferFacts } from './transfer.facts.js';
import { transferModes } from './transfer.entity.js';

/** The very words that are shown or read aloud before a member consents; their hash is kept with the consent. */
export function consentText(facts: Pick<TransferFacts, 'record' | 'term'>): string {
  const { record, term } = facts;
  return [
    `我是承包方家庭的共有人。我知道我家的承包地要${transferModes[record.mode]}给“${record.transfereeName}”，`,
    `本案合计 ${formatMu(record.areaMu)} 亩，期限 ${formatTerm(term)}，每亩每年 ${formatYuan(record.priceFen)} 元，付款：${record.payment}。`,
    '承包权还是我家的。我同意。',
  ].join('');
}

/** The form for one member of one household. */
export function consentFields(household: HouseholdConsent): FormField[] {
  const missing = household.members.filter((member) => member.coRight && !member.consented);
  return [
    { kind: 'hidden', id: '', name: 'householdId', label: '', hint: '', value: household.householdId },
    {
      kind: 'select',
      id: 'personId',
      name: 'personId',
      label: '谁同意',
      hint: missing.length === 0 ? '这一户都已同意' : '',
      options: missing.map((member) => ({ value: member.personId, label: member.name })),
    },
    { kind: 'text', id: 'witness', name: 'witness', label: '见证人', hint: '不能是经办人', unit: '' },
    {
      kind: 'file',
      id: 'file',
      name: 'file',
      label: '签字、按手印的同意书',
      hint: '照片或 PDF',
      accept: 'image/*,application/pdf',
      many: false,
      camera: true,
    },
  ];
}
