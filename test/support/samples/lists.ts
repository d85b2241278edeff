import { asked, trail } from './parts.js';
import { staff, tag } from './period.js';
import type { PageSample } from './sample.js';

const moment = '2026-10-28T10:00:00+08:00';

export const lists: Record<string, PageSample> = {
  'encumbrances/index': {
    ...asked('/encumbrances'),
    ...{ title: '抵押登记', page: staff, enter: '/encumbrances/new' },
    rows: [
      {
        id: '1',
        mortgagee: '商河演练农商行',
        mortgagor: '王麦生户',
        claimWord: '最高额抵押',
        principalFen: 20_000_000,
        termStart: '2026-09-01',
        termEnd: '2029-08-31',
        onCode: '370126101226000001J',
        householdId: '1',
        transferId: null,
        overOn: null,
        stateTag: tag('已登记', 'act'),
      },
      {
        id: '2',
        mortgagee: '另一家演练银行',
        mortgagor: '禾野种植专业合作社',
        claimWord: '一般抵押',
        principalFen: 30_000_000,
        termStart: '2026-09-01',
        termEnd: '2029-08-31',
        onCode: null,
        householdId: null,
        transferId: '1',
        overOn: '2027-03-01',
        stateTag: tag('已解除'),
      },
    ],
  },
  'encumbrances/none': {
    template: 'encumbrances/index',
    ...asked('/encumbrances'),
    ...{ title: '抵押登记', page: staff, enter: '', rows: [], used: [] },
  },
  'register/index': {
    ...asked('/register'),
    ...{ title: '承包地登记簿', page: staff },
    rows: [
      {
        id: '1',
        name: '王麦生户',
        place: '殷巷镇李家桥村',
        contractorCode: '370126101226000001',
        parcels: 3,
        contracts: 1,
        areaMu: '12.0000',
        endsOn: '2059-09-30',
        legacy: true,
      },
      {
        id: '2',
        name: '孙谷雨户',
        place: '殷巷镇李家桥村',
        contractorCode: '370126101226000002',
        parcels: 0,
        contracts: 0,
        areaMu: null,
        endsOn: null,
        legacy: false,
      },
    ],
  },
  'register/imports': {
    ...asked('/register/imports'),
    ...{ title: '登记簿导入', page: staff, order: ['发包方 FBF', '承包方 CBF'], columns: 'FBF：FBFBM' },
    rows: [
      {
        id: '1',
        fileName: 'DK.geojson',
        kind: 'DK',
        table: '地块（图形和属性）',
        startedOn: '2026-10-28',
        startedByName: '演练管理员',
        rowsTotal: 120,
        bad: 2,
        tag: tag('导入完成', 'go'),
      },
    ],
  },
  'register/import': {
    ...asked('/register/imports/1'),
    ...{ title: '承包方：CBF.csv', page: staff, sheet: '', chips: [] },
    trail,
    tag: tag('试导完了，等您看结果', 'act'),
    ...{ working: false, rowsDone: 10, rowsTotal: 10, percent: 100, runnable: true, hopeless: false },
    ...{ runAction: '/register/imports/1/run', failure: '', earlier: '' },
    stats: [{ label: '不能导入', value: 1, unit: '行', tone: 'stop' }],
    ...{ csv: '/register/imports/1/errors.csv', xlsx: '/register/imports/1/errors.xlsx' },
    rows: [{ rowNumber: 2, field: 'CBFZJHM', reason: '身份证号的校验位不符', shown: '999999********0010' }],
  },
  'screens/index': {
    ...asked('/screens'),
    ...{ title: '大厅屏幕', page: staff, lost: 1 },
    rows: [
      { name: '殷巷-01', place: '殷巷镇', lastHeartbeat: moment, shown: 40, silentFor: 95, lost: true },
      { name: '县-01', place: '商河县', lastHeartbeat: null, shown: 0, silentFor: 0, lost: false },
    ],
  },
};
