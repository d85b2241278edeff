import { mu } from '#kernel';
import { tag, today, staff } from './period.js';
import { asked } from './parts.js';
import type { PageSample } from './sample.js';

export const cases: Record<string, PageSample> = {
  'transfers/index': {
    page: { title: '案件', ...staff, path: '/transfers' },
    title: '案件',
    ...asked('/transfers'),
    acts: [{ href: '/desk/acts/transfer/submit_to_county', label: '报县审核' }],
    start: { href: '/transfers/new', label: '新办一件' },
    news: [{ href: '/searches', label: '关注的条件有 2 宗新挂牌', fresh: 2 }],
    rows: [
      {
        id: '1',
        number: '370126101A26090017',
        place: '殷巷镇李家桥村',
        areaMu: '120.0000',
        termStart: '2026-12-01',
        termEnd: '2032-11-30',
        transferor: '王＊＊ 等 8 户',
        transferee: '禾野种植专业合作社',
        stateTag: tag('县级审核', 'wait'),
        due: today,
      },
    ],
  },
  'desk/work': {
    page: { title: '待办', ...staff, path: '/desk' },
    title: '待办',
    waiting: 8,
    late: 1,
    today: 3,
    more: false,
    acts: [{ href: '/desk/acts/transfer/submit_to_county', label: '报县审核' }],
    places: [{ href: '/register', label: '登记簿', current: false }],
    kinds: [
      { href: '/desk', label: '全部', count: 8, current: true },
      { href: '/desk?kind=transfer', label: '流转案件', count: 7, current: false },
    ],
    hands: [{ href: '/desk?hands=mine', label: '我在办的', count: null, current: false }],
    pager: { count: 2, whole: false, previous: '', next: '' },
    colleagues: [{ value: '1', label: '演练初审甲' }],
    rows: [
      {
        kind: 'transfer',
        id: '1',
        at: '/transfers/1',
        number: '370126101A26090017',
        place: '殷巷镇李家桥村',
        areaMu: '120.0000',
        party: '王演农 等 8 户',
        counterparty: '禾野种植专业合作社',
        round: 2,
        assignee: '演练初审甲',
        kindWord: '流转案件',
        stateTag: tag('县级审核', 'wait'),
        due: today,
        late: false,
        waitingDays: 3,
      },
      {
        kind: 'board_photo',
        id: '2',
        at: '/notices/2',
        number: null,
        place: '殷巷镇李家桥村',
        areaMu: null,
        party: null,
        counterparty: null,
        round: null,
        assignee: null,
        kindWord: '公示栏照片',
        stateTag: tag('等照片', 'act'),
        due: null,
        late: false,
        waitingDays: 0,
      },
    ],
  },
  'inspections/index': {
    page: staff,
    title: '',
    ...asked('/inspections'),
    rows: [
      {
        ...{ id: 'a', caseNumber: '370126101A26090017', place: '殷巷镇 李家桥村', state: 'planned', parcels: 3 },
        areaMu: mu('120.00'),
      },
      {
        ...{ id: 'b', caseNumber: '370126101A26090018', place: '殷巷镇 张家村', state: 'done', parcels: 1 },
        areaMu: mu('8.40'),
      },
    ],
    acts: [],
    dues: { a: today },
  },
};
