import { changes } from './changes.js';
import { map } from './land.js';
import { acts, asked } from './parts.js';
import { staff } from './period.js';
import type { PageSample } from './sample.js';

const moment = '2026-10-28T10:00:00+08:00';

const parcelCode = '3701261012260000118';
const bounds = { east: '郑谷梅', south: '储远麦', west: '弓宏裕', north: '生产路' };
const body = {
  ...{ id: '1', name: '李家桥村经济合作社', kind: 'other', place: '殷巷镇李家桥村' },
  contractorCode: '370126101226009001',
};
const mortgages = [
  {
    ...{
      id: '1',
      mortgagee: '商河演练农商行',
      mortgagor: '王麦生户',
      claim: 'maximum_amount',
      principalFen: 20_000_000,
    },
    ...{ termStart: '2026-09-01', termEnd: '2029-08-31', status: 'registered', overOn: null },
    ...{ onCode: '370126101226000001J', householdId: '1', transferId: null },
  },
  {
    ...{ id: '2', mortgagee: '另一家演练银行', mortgagor: '禾野种植专业合作社', claim: 'ordinary' },
    ...{ principalFen: 30_000_000, termStart: '2026-09-01', termEnd: '2029-08-31', status: 'released' },
    ...{ overOn: '2027-03-01', onCode: null, householdId: null, transferId: '1' },
  },
];

const chain = [
  {
    ...{ id: '1', code: '370126101226000001J', contractor: '王麦生户', termFrom: '1999-10-01', termTo: '2029-09-30' },
    ...{ signedOn: '1999-09-15', areaMu: '12.0000', follows: null },
  },
  {
    ...{ id: '2', code: '370126101226000101J', contractor: '王麦生户', termFrom: '2029-10-01', termTo: '2059-09-30' },
    ...{ signedOn: null, areaMu: '12.0000', follows: '370126101226000001J' },
  },
];

export const lists: Record<string, PageSample> = {
  'encumbrances/index': {
    ...asked('/encumbrances'),
    ...{ title: '抵押记录', page: staff, enter: '/encumbrances/new' },
    rows: mortgages,
  },
  'encumbrances/none': {
    template: 'encumbrances/index',
    ...asked('/encumbrances'),
    ...{ title: '抵押记录', page: staff, enter: '', rows: [], used: [] },
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
    ...{
      title: '登记簿导入',
      page: staff,
      order: ['FBF', 'CBF'],
      tables: [{ kind: 'FBF', needs: ['FBFBM', 'FBFMC'] }],
    },
    rows: [
      {
        ...{ id: '1', fileName: 'DK.geojson', kind: 'DK', status: 'done', rowsTotal: 120, bad: 2 },
        ...{ startedAt: moment, startedByName: '演练管理员' },
      },
    ],
  },
  'register/import': {
    ...asked('/register/imports/1'),
    ...{ page: staff, sheet: '', chips: [], id: '1', fileName: 'CBF.csv', kind: 'CBF', status: 'checked' },
    ...{
      rowsDone: 10,
      rowsTotal: 10,
      added: 9,
      changed: 0,
      unchanged: 0,
      legacy: 0,
      held: 2,
      bad: 1,
      earlierAt: moment,
    },
    firstRows: [{ rowNumber: 2, cells: [{ field: 'CBFMC', value: '禾岭' }] }],
    ...{ working: false, would: true, percent: 100, runnable: true, hopeless: false },
    rows: [{ rowNumber: 2, field: 'CBFZJHM', reason: '身份证号的校验位不符', shown: '999999********0010' }],
  },
  ...changes,
  'register/household': {
    ...{ id: '1', page: staff, name: '王麦生户', place: '殷巷镇李家桥村', contractorCode: '370126101226000001' },
    ...{
      representative: '王麦生',
      identity: '999999********0011',
      phone: '',
      address: '李家桥村 1 号',
      opens: true,
      extends: true,
      map,
    },
    members: [
      {
        ...{
          personId: '1',
          name: '王麦生',
          relation: '本人',
          sex: '男',
          age: 52,
          ...{ paper: '居民身份证', identity: '999999********0011' },
          coRight: true,
          note: '',
        },
      },
    ],
    ...{ memberCount: 2, membersDiffer: true, endedOn: null, keeps: true },
    contracts: [
      {
        ...{ id: '1', code: '370126101226000001J', termFrom: '1999-10-01', termTo: '2029-09-30', endsOn: '2059-09-30' },
        ...{ extended: true, follows: null, areaMu: '12.0000', legacy: true },
      },
      {
        ...{ id: '2', code: '370126101226000101J', termFrom: '2029-10-01', termTo: '2059-09-30', endsOn: '2059-09-30' },
        ...{ extended: false, follows: '370126101226000001J', areaMu: '12.0000', legacy: false },
      },
    ],
    ...{ areaMu: '12.00', measuredMu: null },
    parcels: [{ id: '1', code: parcelCode, name: '东大方', bounds, contractMu: '12.0000', measuredMu: null }],
    granted: [
      {
        ...{ parcelId: '1', parcel: '东大方', transferId: '1', holder: '禾野种植专业合作社', areaMu: '6.0000' },
        ...{ whole: false, termStart: '2026-11-01', termEnd: '2032-10-31', status: 'active' },
      },
    ],
    mortgages,
  },
  'register/parcel': {
    ...{ page: staff, id: '1', code: parcelCode, name: '东大方', place: '殷巷镇李家桥村', contractor: '王麦生户' },
    ...{ householdId: '1', issuer: '李家桥村股份经济合作社', contractCode: '370126101226000001J' },
    ...{
      contractEnd: '2059-09-30',
      contractMu: '12.0000',
      measuredMu: '12.1000',
      chain,
      landClassName: '水浇地',
      grade: 5,
    },
    ...{ basicFarmland: true, bounds, legacyReason: null, opens: false, map: null },
    rights: [
      {
        ...{ rightId: '1', holder: '禾野种植专业合作社', areaMu: '12.0000', whole: true, transferId: '1' },
        ...{ termStart: '2026-11-01', termEnd: '2032-10-31', status: 'reserved' },
      },
    ],
    mortgages,
    mortgageable: { contractId: '1', rights: [{ rightId: '1', holder: '禾野种植专业合作社' }] },
  },
  'register/collective': {
    template: 'register/parcel',
    ...{ page: staff, id: '2', code: parcelCode, name: '机动地', place: '殷巷镇李家桥村', contractor: null },
    ...{ householdId: null, issuer: '李家桥村股份经济合作社', contractCode: null, contractEnd: null, chain: [] },
    ...{ contractMu: '12.0000', measuredMu: null, landClassName: '水浇地', grade: null, basicFarmland: false },
    ...{ bounds: { ...bounds, north: '' }, legacyReason: '十八位的老代码', opens: false, map: null },
    ...{ rights: [], mortgages: [], mortgageable: { contractId: null, rights: [] } },
  },
  'register/bodies': {
    ...asked('/register/bodies'),
    ...{ title: '单位', page: staff },
    rows: [
      { ...body, creditCode: 'N2370126MF0000017X', oldCode: null },
      { ...body, creditCode: null, oldCode: '123456789' },
      { ...body, creditCode: null, oldCode: null, contractorCode: null },
    ],
  },
  'register/body': {
    ...{ ...body, page: staff, creditCode: null, oldCode: '123456789', codeKind: 'organisation', keeps: true },
    ...{ representative: '未登记', address: '李家桥村一号', contracts: ['370126101226009001J'] },
  },
  'encumbrances/show': {
    ...mortgages[0],
    ...{ page: staff, place: '殷巷镇李家桥村', contractNumber: '演押-1', registeredNumber: '演登-1' },
    ...{ registeredOn: '2026-09-02', acts },
    files: [{ kind: 'mortgage', href: '/files/1', addedAt: moment, addedBy: '演金融' }],
    history: [{ action: 'encumber', label: '记下抵押', at: moment, by: '演金融', remark: null }],
  },
  'screens/index': {
    ...asked('/screens'),
    ...{ title: '大厅屏幕', page: staff, lost: 1, registers: ['370126101000'] },
    rows: [
      {
        id: '1',
        officeCode: '370126101000',
        name: '殷巷-01',
        place: '殷巷镇',
        lastHeartbeat: moment,
        shown: 40,
        silentFor: 95,
        lost: true,
      },
      {
        id: '2',
        officeCode: '370126000000',
        name: '县-01',
        place: '商河县',
        lastHeartbeat: null,
        shown: 0,
        silentFor: 0,
        lost: false,
      },
    ],
  },
};
