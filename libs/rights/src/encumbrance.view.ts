import { type Actor, holds, formatDay, formatMoment, formatTerm, formatYuan } from '#kernel';
import { type CaseForm, type EvidenceFile, type FormAct, type FormField, type HistoryLine, formOf } from '#platform';
import { MortgageObjectInput, claims } from './encumbrance.input.js';
import { encumbrancePosts } from './encumbrance.posts.js';
import { encumbranceStandings, isLive } from './encumbrance.entity.js';
import type { EncumbranceRow, MortgageObject } from './encumbrances.queries.js';
import { termOf } from './term-range.js';

const fileNames: Readonly<Record<string, string>> = {
  mortgage: '抵押合同、登记证明',
  contractor_consent: '承包方书面同意',
  release: '解除、实现的证明',
};

const opens = (me: Actor): boolean => me.kind === 'staff' && holds(me, ...encumbrancePosts);

/** One line on another page: to whom, how much, until when, and how it stands. */
export function encumbranceLine(row: EncumbranceRow, me: Actor): object {
  const live = isLive(row);
  return {
    href: opens(me) ? `/encumbrances/${row.id}` : '',
    mortgagee: row.mortgageeName,
    on: row.rightId === null ? `承包合同 ${row.onCode}` : '土地经营权',
    onHref: row.onHref,
    mortgagor: row.mortgagorName,
    amount: `${claims[row.claim]} ${formatYuan(row.principalFen)} 元`,
    term: formatTerm(termOf(row.term)),
    tag: { label: encumbranceStandings[row.standing], tone: live ? 'act' : '' },
    over: row.overOn === null ? '' : formatDay(row.overOn),
  };
}

export function encumbranceView(
  row: EncumbranceRow,
  material: {
    files: readonly EvidenceFile[];
    history: readonly HistoryLine[];
    place: string;
    acts: readonly FormAct[];
  },
  me: Actor,
): object {
  const line = encumbranceLine(row, me) as { tag: object; amount: string; term: string; on: string };
  const facts: [string, string, string][] = [
    ['抵押权人', row.mortgageeName, ''],
    ['抵押人', row.mortgagorName, ''],
    ['抵押的是', line.on, row.onHref],
    ['在哪里', material.place, ''],
    ['担保的债权', line.amount, ''],
    ['期限', line.term, ''],
    ['抵押合同', row.contractNumber, ''],
    ['登记证明', row.registeredNumber ? `${row.registeredNumber}，${row.registeredOn ? formatDay(row.registeredOn) : ''}` : '没有登记，不能对抗善意第三人（承包法第47条）', ''],
  ]; // prettier-ignore
  if (row.overOn) facts.push(['结束', `${formatDay(row.overOn)}，${encumbranceStandings[row.standing]}`, '']);
  return {
    id: row.id,
    title: `${row.mortgageeName}的抵押`,
    trail: { steps: [{ href: '/encumbrances', label: '抵押登记' }], here: row.contractNumber, code: true },
    state: line.tag,
    facts: facts.map(([label, value, href]) => ({ label, value, href })),
    files: material.files.map((file) => ({
      href: `/files/${file.id}`,
      label: `${fileNames[file.kind] ?? file.name}（${formatMoment(file.addedAt)}，${file.addedBy}）`,
    })),
    acts: material.acts,
    timeline: material.history.map((each) => ({
      title: each.label,
      state: each.action === 'encumbrance-over' ? 'back' : '',
      when: formatMoment(each.moment),
      text: [each.actorName, each.remark ?? ''].filter(Boolean).join('，'),
    })),
  };
}

/** Where the thing that is to be mortgaged is found. */
export function mortgageObjectView(): { fields: FormField[]; page: object } {
  const fields = formOf(MortgageObjectInput);
  const page = {
    title: '登记抵押',
    trail: { steps: [{ href: '/encumbrances', label: '抵押登记' }], here: '抵押的是什么', code: false },
    text: ['先找到抵押的承包地。租入的土地经营权，从那块地的页面登记。'],
    facts: [],
    warning: '',
    act: { label: '下一步', href: '/encumbrances/object', tone: '', multipart: false, fields },
    back: { label: '不登记了', href: '/encumbrances' },
  };
  return { fields, page };
}

/** The form for a new mortgage on one thing. */
export function newEncumbranceForm(object: MortgageObject): CaseForm {
  const { contractId, rightId, live } = object;
  const left = new Set([
    ...(rightId === null ? ['rightId', 'consent'] : ['contractId']),
    ...(live.length === 0 ? ['rankKnown'] : []),
  ]);
  const first = `已经抵押给${live.map((each) => each.mortgageeName).join('、')}（民法典第414条）`;
  const hints: Record<string, string> = { endsOn: `最晚 ${formatDay(object.endsOn)}`, rankKnown: first };
  return {
    facts: [
      { label: '抵押人', value: object.mortgagorName, href: '' },
      { label: '抵押的是', value: rightId === null ? '承包的土地经营权' : '租入的土地经营权', href: '' },
      { label: '权利到', value: formatDay(object.endsOn), href: '' },
    ],
    fields: (drawn) =>
      drawn.filter(({ name }) => !left.has(name)).map((field) => ({ ...field, hint: hints[field.name] ?? field.hint })),
    values: { contractId, rightId },
  };
}
