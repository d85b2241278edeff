import { formatMoment } from '#kernel';
import type { EvidenceFile } from '#platform';

/** Kinds of file that an act of its own asks for. */
const withActs = [
  'consent_withdrawal',
  'guarantee',
  'minutes',
  'mandate',
  'township_approval',
  'capital_approval',
  'priority_choice',
];

export const fileKinds: Readonly<Record<string, string>> = {
  application: '申请书（签字）',
  identity: '身份证明',
  consent: '共有人同意书',
  consent_withdrawal: '撤回同意书',
  guarantee: '担保书（签字）',
  intent: '意向协议书',
  ability: '经营能力证明',
  contract: '流转合同（签字、按手印）',
  withdrawal: '撤回申请书（签字）',
  rescission: '解除协议，或者解除通知、裁判文书',
  contract_title: '承包合同、证书',
  mortgagee: '抵押权人同意书',
  minutes: '集体会议记录、签到',
  mandate: '流转委托书（签字）',
  township_approval: '乡镇人民政府批准文件',
  capital_approval: '社会资本审批批文',
  filing: '备案回执',
  priority_choice: '转出方选定优先权人的意见',
  other: '其他材料',
};

/** What people bring of their own accord; the rest comes with an act that asks for it. */
export const broughtKinds = Object.fromEntries(Object.entries(fileKinds).filter(([kind]) => !withActs.includes(kind)));

/** One line for each kind of file, the newest first to open; every other one of its kind stands below it. */
export function materialLines(files: readonly EvidenceFile[]): object[] {
  const kinds = Map.groupBy(files, (file) => file.kind);
  return [...kinds].flatMap(([kind, all]) => {
    const newest = all.at(-1);
    return newest ? [materialLine(fileKinds[kind] ?? newest.name, newest, all)] : [];
  });
}

function materialLine(name: string, newest: EvidenceFile, all: readonly EvidenceFile[]): object {
  return {
    name,
    href: `/files/${newest.id}`,
    source: newest.addedBy,
    when: formatMoment(newest.addedAt),
    tag: { label: newest.mediaType === 'application/pdf' ? 'PDF' : '照片', tone: 'go' },
    many: all.length > 1 ? `共 ${all.length} 份，上面是最新的` : '',
    copies: all.length > 1 ? all.map((file, index) => copy(file, index + 1)) : [],
  };
}

const copy = (file: EvidenceFile, number: number): object => ({
  label: `第 ${number} 份，${formatMoment(file.addedAt)}，${file.addedBy}`,
  href: `/files/${file.id}`,
});
