import { acts, asked } from './parts.js';
import { staff } from './period.js';
import type { PageSample } from './sample.js';

const moment = '2026-10-28T10:00:00+08:00';
const parcelCode = '3701261012260000118';

export const changes: Record<string, PageSample> = {
  'register/changes': {
    ...asked('/register/changes'),
    ...{ title: '登记簿变更', page: staff },
    rows: [
      {
        ...{
          id: '1',
          code: parcelCode,
          source: 'CBDKXX',
          said: '王麦生户 370126101226000001 → 李谷雨户 370126101226000002',
        },
        ...{ cases: 1, place: '殷巷镇李家桥村', state: 'open', stateSince: moment, lastDay: '2026-11-04' },
      },
    ],
  },
  'register/change': {
    ...{
      page: staff,
      id: '1',
      revision: 1,
      state: 'open',
      stateSince: moment,
      dueAt: moment,
      source: 'CBDKXX',
      code: parcelCode,
    },
    ...{ place: '殷巷镇李家桥村', reason: null, files: ['/files/1'], acts, history: [] },
    differences: [
      { kind: 'contractor', before: '王麦生户 370126101226000001', after: '李谷雨户 370126101226000002' },
      { kind: 'area', before: '18.42', after: '18.30' },
    ],
    parcels: [{ id: '1', code: parcelCode, name: '东大方' }],
    cases: [
      {
        ...{
          subject: 'transfer',
          subjectId: '1',
          number: '370126101A26100001',
          parcel: parcelCode,
          status: 'reserved',
        },
        ...{ holder: '禾野种植专业合作社', grantor: '王麦生户', termStart: '2026-11-01', termEnd: '2032-10-31' },
      },
    ],
  },
  'listings/records': {
    ...asked('/listings/records'),
    ...{ title: '挂牌档案保管到期', page: staff, today: '2026-10-28' },
    rows: [
      {
        ...{ id: 'a', number: '370126101L26100001', place: '殷巷镇李家桥村', kind: 'contracted', state: 'failed' },
        keptUntil: '2031-10-28',
      },
    ],
  },
  'listings/workbooks': {
    ...asked('/listings/workbooks'),
    ...{ title: '整村挂牌表', page: staff, fields: [], named: { '370126101226': '殷巷镇李家桥村' } },
    villages: [{ code: '370126101226', name: '殷巷镇李家桥村' }],
    rows: [
      {
        ...{ id: '1', fileName: '李家桥村挂牌表.xlsx', office: '370126101226', status: 'checked' },
        ...{ startedAt: moment, startedBy: '演练信息员' },
      },
    ],
  },
  'listings/workbook': {
    ...asked('/listings/workbooks/1'),
    ...{ page: staff, sheet: '', chips: [], id: '1', fileName: '李家桥村挂牌表.xlsx', status: 'checked' },
    ...{ place: '殷巷镇李家桥村', working: false, runnable: true, offered: 3, good: 1, bad: 1, drafted: 1, lots: 2 },
    rows: [
      {
        rowNumber: 2,
        lot: '一',
        parcelCode: '3701261012260100001',
        outcome: 'good',
        field: '',
        reason: '',
        listingId: null,
      },
      {
        rowNumber: 3,
        lot: '二',
        parcelCode: '3701261012260100002',
        outcome: 'drafted',
        field: '',
        reason: '',
        listingId: 'a',
      },
      {
        ...{ rowNumber: 4, lot: '三', parcelCode: '', outcome: 'bad', field: '地块代码' },
        ...{ reason: '缺地块代码', listingId: null },
      },
    ],
  },
};
