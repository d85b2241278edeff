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
};
