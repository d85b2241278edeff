import { type Actor, type Post, holds, formatDay, formatMoment, formatTerm, formatYuan } from '#kernel';
import type { EvidenceFile, HistoryLine } from '#platform';
import { encumbranceStandings, isLive } from './encumbrance.entity.js';
import type { EncumbranceRow, MortgageObject } from './encumbrances.queries.js';
import { termOf } from './term-range.js';

const claims = { ordinary: '一般抵押', maximum_amount: '最高额抵押' } as const;
const ends = {
  released: '已还清，抵押权人出具解除证明',
  enforced: '抵押权已实现',
  lapsed: '主债权消灭，抵押权失效',
} as const;
const fileNames: Readonly<Record<string, string>> = {
  mortgage: '抵押合同、登记证明',
  contractor_consent: '承包方书面同意',
  release: '解除、实现的证明',
};

/** Staff who enter mortgages: the town's finance desk and the county's reviewers. */
export const mayEncumber = (me: Actor): boolean =>
  me.kind === 'staff' && me.posts.some((held) => ['town_finance', 'county_reviewer'].includes(held.post));

/** Posts whose pages these are; to others a mortgage is a line without a link. */
export const encumbrancePosts = [
  'town_finance',
  'town_trade',
  'county_reviewer',
  'county_certifier',
  'county_director',
  'supervisor',
] as const satisfies Post[];
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

export function encumbranceListView(
  rows: readonly EncumbranceRow[],
  next: string,
  standing: string,
  me: Actor,
): object {
  const chip = (value: string, label: string) => ({
    href: value === '' ? '/encumbrances' : `/encumbrances?standing=${value}`,
    label,
    count: '',
    current: value === standing,
  });
  return {
    title: '抵押登记',
    chips: { label: '按状态看', items: [chip('', '全部'), chip('live', '在押的'), chip('over', '结束的')] },
    rows: rows.map((row) => encumbranceLine(row, me)),
    pager: { text: `这一页 ${rows.length} 笔`, previous: '', next },
    empty: {
      title: '没有抵押登记',
      text: '到登记簿里找到那一户或者那块地，在它的页面上登记。',
      href: '/register',
      label: '去登记簿',
    },
  };
}

export function encumbranceView(
  row: EncumbranceRow,
  material: { files: readonly EvidenceFile[]; history: readonly HistoryLine[]; place: string },
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
    acts: isLive(row) && mayEncumber(me) ? [endAct(row.id)] : [],
    timeline: material.history.map((each) => ({
      title: each.label,
      state: each.action === 'encumbrance-over' ? 'back' : '',
      when: formatMoment(each.moment),
      text: [each.actorName, each.remark ?? ''].filter(Boolean).join('，'),
    })),
  };
}

const endAct = (id: string): object => ({
  action: 'end',
  label: '登记解除',
  href: `/encumbrances/${id}/end`,
  method: 'get',
  tone: '',
  enabled: true,
  blockers: [],
  hint: '凭抵押权人的还清、解除证明登记；记录一直保留。',
  fields: [],
  multipart: false,
  confirm: null,
});

const field = (kind: string, name: string, label: string, hint = '', more: object = {}): object => ({
  kind, id: name, name, label, hint, unit: '', ...more,
}); // prettier-ignore
const file = (name: string, label: string, hint: string): object =>
  field('file', name, label, hint, { accept: 'image/*,application/pdf', many: false, camera: false });

/** The form for a new mortgage on one thing. */
export function newEncumbranceView(object: MortgageObject): object {
  const on = object.rightId === null ? 'contractId' : 'rightId';
  const value = object.contractId ?? object.rightId ?? '';
  const names = object.live.map((each) => each.mortgageeName).join('、');
  const second = field('check', 'rankKnown', '后一位抵押权人知道前面的顺位', `已经抵押给${names}（民法典第414条）`);
  const consent = file(
    'consent',
    '承包方书面同意',
    '受让方拿租来的地抵押，要承包方书面同意、向发包方备案（承包法第47条）',
  );
  const options = Object.entries(claims).map(([key, label]) => ({ value: key, label }));
  return {
    title: '登记抵押',
    trail: { steps: [{ href: '/encumbrances', label: '抵押登记' }], here: '登记抵押', code: false },
    text: ['照抵押合同和登记证明填。抵押期间，流转、终止都要抵押权人书面同意（民法典第406条）。'],
    facts: [
      { label: '抵押人', value: object.mortgagorName, href: '' },
      { label: '抵押的是', value: object.rightId === null ? '承包的土地经营权' : '租入的土地经营权', href: '' },
      { label: '权利到', value: formatDay(object.endsOn), href: '' },
    ],
    warning: '',
    act: {
      label: '登记抵押',
      href: '/encumbrances',
      tone: '',
      multipart: true,
      fields: [
        { kind: 'hidden', id: '', name: on, label: '', hint: '', value },
        field('text', 'mortgagee', '抵押权人', '银行、担保公司的全称'),
        field('select', 'claim', '哪一种', '', { options }),
        field('money', 'amount', '担保多少钱', '最高额抵押写最高额', { unit: '元' }),
        field('date', 'startsOn', '从哪天'),
        field('date', 'endsOn', '到哪天', `最晚 ${formatDay(object.endsOn)}`),
        field('text', 'contractNumber', '抵押合同编号'),
        field('text', 'registeredNumber', '登记证明号（没有登记不填）', '登记机构给的'),
        field('date', 'registeredOn', '哪天登记的（没有登记不填）'),
        file('file', '抵押合同、登记证明', '照片或 PDF'),
        ...(object.rightId === null ? [] : [consent]),
        ...(object.live.length === 0 ? [] : [second]),
      ],
    },
    back: { label: '不登记了', href: '/encumbrances' },
    values: {},
  };
}

export function endEncumbranceView(row: EncumbranceRow, today: string): object {
  const options = Object.entries(ends).map(([value, label]) => ({ value, label }));
  const here = `/encumbrances/${row.id}`;
  return {
    title: '登记抵押解除',
    trail: { steps: [{ href: here, label: row.contractNumber }], here: '登记解除', code: false },
    text: [],
    facts: [
      { label: '抵押权人', value: row.mortgageeName, href: here },
      { label: '抵押人', value: row.mortgagorName, href: '' },
    ],
    warning: '解除以后，这块地、这项权利不再受这笔抵押的限制。',
    act: {
      label: '登记解除',
      href: `${here}/end`,
      tone: '',
      multipart: true,
      fields: [
        field('select', 'how', '怎么结束的', '', { options }),
        field('date', 'overOn', '哪天结束的'),
        file('file', '抵押权人的证明', '还清、解除证明或者法院文书，照片或 PDF'),
      ],
    },
    back: { label: '回抵押登记', href: here },
    values: { overOn: today },
  };
}
