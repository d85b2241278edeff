import { type Day, fen, mu } from '#kernel';
import { formOf } from '#platform';
import { SignIn } from '../../../libs/platform/src/access/access.input.js';
import { soon } from './period.js';
import type { PageSample } from './sample.js';

const notice = {
  ...{ id: 'n', title: '李家桥村 120.00 亩出租', parties: '王＊＊户等、禾野种植专业合作社', town: '殷巷镇' },
  ...{ village: '李家桥村', areaMu: mu('120'), state: 'running', due: soon },
  mini: { label: '共 7 个工作日，已过 3 个', cells: ['on', 'on', 'on', 'now', '', '', ''] },
};

export const front: Record<string, PageSample> = {
  'home/show': {
    ...{ today: '2026-10-12' as Day, countyReviewWorkingDays: 1, noticeWorkingDays: 7 },
    offered: [
      {
        ...{
          id: 'a',
          place: '殷巷镇李家桥村',
          areaMu: mu('58.75'),
          priceFen: fen(90_000),
          priceUnit: 'mu_year',
          thing: null,
        },
        closesOn: '2026-10-21' as Day,
      },
    ],
    lots: [
      { ...notice, w: '4' },
      { ...notice, w: '2' },
    ],
    running: [notice, { ...notice, state: 'awaiting_proof', due: null, mini: null }],
    issued: [
      {
        ...{ place: '殷巷镇李家桥村', areaMu: mu('120'), holder: '禾野种植专业合作社' },
        ...{ until: '2032-10-31' as Day, activeOn: '2026-10-28' as Day },
      },
    ],
    figures: {
      running: 17,
      areaMu: mu('9620.5'),
      rights: 138,
      reviewed: 72,
      late: 1,
      overdue: 3,
      onTimePercent: '94.6',
      onTimeRule: '按期审完的，占多少。',
    },
    towns: ['许商街道', '殷巷镇', '怀仁镇'].map((name) => ({ code: '370126101', name, count: 3 })),
  },
  'sign-in/new': {
    fields: formOf(SignIn),
    next: '/desk',
    page: { form: { values: { login: 'x' }, errors: [{ field: 'password', detail: '账号或密码不对。' }] } },
    accounts: [
      { role: '县中心审核岗', name: '于＊＊', login: 'county.review', password: 'training', code: '' },
      { role: '李家桥村信息员', name: '高＊＊', login: 'village.clerk', password: 'training', code: '' },
    ],
  },
};
