import { mu } from '#kernel';
import { field, formAct, formOf } from '#platform';
import { ClosureInput, YearInput } from '../../../libs/platform/src/calendar/calendar.input.js';
import { staff, soon, why } from './period.js';
import { acts } from './parts.js';
import type { PageSample } from './sample.js';

const option = (value: string, label: string) => ({ value, label, text: '', why: '' });
const parcel = {
  surveyId: 'x',
  caseNumber: 'ZR3701262026000123',
  code: '3701261012260000001',
  name: '东大方',
  contractor: '王＊＊',
  recordedMu: mu('18.42'),
  measuredMu: mu('17.00'),
  differencePercent: '7.71',
  flagged: true,
  points: 4,
  remark: '北边让出生产路',
  ...{ recordedFarmland: true, farmland: false, farmlandDiffers: true, farmlandNote: '图上没有，界桩也没有' },
  neighbours: [{ side: 'east', name: '赵＊＊', confirmed: false, method: 'refused', remark: null }],
};
const moved = [{ href: '/x', label: '公示', before: '2027-02-09', after: '2027-02-15' }];

const number = {
  ...{ key: 'noticeWorkingDays', label: '公示期', kind: 'days', value: 7, unit: '个工作日', mark: 'P' },
  ...{ source: '商河县公布流程', options: {} },
};

/** The finance desk, the field, and the county's calendar and numbers. */
export const money: Record<string, PageSample> = {
  'ledger/show': {
    page: staff,
    trial: [
      {
        place: '殷巷镇',
        bankFen: 3_240_000,
        heldFen: 3_240_000,
        payableFen: 0,
        escrowFen: 0,
        differenceFen: 0,
      },
    ],
    balanced: true,
    checked: { checkedAt: new Date('2026-10-12T02:00:00Z'), findings: [] },
    asks: {
      at: '/ledger',
      search: '',
      filters: [{ name: 'from', label: '从哪天（年-月-日）', options: null }],
      sorts: [{ value: 'latest', label: '新记的在前' }],
    },
    chips: [{ href: '/ledger', label: '全部', count: 1, current: true }],
    used: [],
    values: {},
    rows: [
      {
        subject: 'deposit',
        subjectId: 'x',
        day: '2026-09-23',
        place: '殷巷镇',
        caseNumber: '370126101A26090017',
        ...{ kind: 'pay_in', slipNumber: 'GH20260001', debit: 'bank', credit: 'held' },
        amountFen: 3_240_000,
        by: '郑演一',
      },
    ],
    pager: { count: 1, whole: false, previous: '', next: '' },
    sheet: '/ledger/sheet',
  },
  'inspections/show': {
    page: staff,
    id: 'x',
    caseNumber: 'ZR3701262026000123',
    place: '殷巷镇 李家桥村',
    state: 'planned',
    due: soon,
    why,
    surveyors: [],
    surveyorsAtLeast: 2,
    forms: {
      name: formAct({
        ...{ action: 'name', label: '存好谁去的', href: '/x' },
        fields: [
          {
            ...field.text('surveyors', '调查人员'),
            kind: 'picks',
            options: [option('a', '孙演一'), option('b', '周演一')],
          },
        ],
      }),
      photograph: formAct({
        ...{ action: 'photograph', label: '传上照片', href: '/x' },
        fields: [field.file('photos', '拍照', '')],
      }),
      find: formAct({
        ...{ action: 'find', label: '存好看到的', href: '/x' },
        fields: [field.date('visitedOn', '哪天去的')],
      }),
    },
    parcels: [parcel],
    photos: [
      {
        ...{ id: 'y', name: '东头.jpg', href: '/x', takenAt: new Date('2026-09-24T09:31:00+08:00') },
        ...{ point: { longitude: '117.15103', latitude: '37.30912' }, sha256: '7c1e5b0fa94f' },
      },
    ],
    ...{ visitedAt: null, occupation: null, crops: null, fixtures: null, hazards: null, basicFarmland: null },
    ...{ farmlandNote: null, conclusion: null, opinion: null },
    sides: { asked: 1, all: 4 },
    acts: acts.slice(0, 1),
    history: [
      {
        ...{ action: 'plan', label: '安排实地调查', at: new Date('2026-09-23T16:02:00+08:00'), by: '李演一' },
        ...{ remark: null },
      },
    ],
    values: {},
  },
  'inspections/parcel': {
    page: staff,
    ...parcel,
    forms: {
      measure: formAct({
        ...{ action: 'measure', label: '存好面积', href: '/x' },
        fields: [field.text('measuredMu', '实测面积')],
      }),
      around: formAct({
        ...{ action: 'ask_around', label: '四边一起存', href: '/x' },
        fields: [field.text('east', '东边')],
      }),
      ask: formAct({
        ...{ action: 'ask', label: '存好这一边', href: '/x' },
        fields: [field.select('side', '哪一边', { east: '东' })],
      }),
    },
    values: {},
  },
  'calendar/index': {
    page: staff,
    missing: { year: 2027, running: false },
    years: [
      {
        year: 2026,
        announced: true,
        decree: '国务院办公厅关于2026年部分节假日安排的通知',
        url: '/x',
        off: 33,
        worked: ['2026-01-04'],
        loadedAt: '2026-09-23T09:00:00+08:00',
      },
    ],
    closures: [
      {
        day: '2026-09-28',
        reason: '暴雨停止办公',
        authority: '商河县人民政府',
        documentNumber: '商政办发〔2026〕99 号',
        officePrefix: '370126102',
      },
    ],
    versions: [{ version: 12, reason: '2026 年放假安排', madeAt: '2026-09-23T09:00:00+08:00' }],
    mayChange: true,
    closure: formOf(ClosureInput),
    notice: formOf(YearInput),
    values: {},
  },
  'calendar/preview': {
    page: staff,
    year: { year: 2027, off: ['2027-01-01'], worked: [], decree: { url: '/x' } },
    changed: true,
    moved,
    href: '/x',
    fields: [{ name: 'content', value: '{"year":2027}' }],
  },
  'parameters/index': {
    page: staff,
    unfilled: ['capitalThresholds'],
    rows: [{ ...number, validFrom: null, coming: { value: 8, validFrom: '2026-10-01' } }],
  },
  'parameters/show': {
    page: staff,
    ...number,
    limit: '不少于 7 个工作日',
    fields: [{ kind: 'digits', id: 'value', name: 'value', label: '新的数', hint: '', unit: '个工作日' }],
    mayChange: true,
    history: [
      {
        value: 8,
        validFrom: '2026-10-01',
        coming: true,
        basis: '会议纪要〔2026〕3 号',
        setBy: '管演一',
        setAt: '2026-09-23T09:00:00+08:00',
      },
    ],
    values: {},
  },
  'clock/blocked': {
    page: staff,
    ...{ late: true, walkedAt: '2026-10-12T10:00:00+08:00', patience: 5 },
    rows: [
      {
        label: '公示',
        href: '/x',
        kind: 'blocked',
        reasons: [{ text: '异议还没有答复。', way: null, article: '' }],
        since: '2026-10-12T00:00:00+08:00',
        tries: 3,
      },
    ],
  },
};
