import { drawHash, drawRanks, drawText, sealOf } from '#kernel';
import { acts, asked } from './parts.js';
import { staff } from './period.js';
import type { PageSample } from './sample.js';

const at = new Date('2026-10-12T09:00:00+08:00');
const list = {
  subject: 'auction',
  subjectId: '00000000-0000-4000-8000-000000000001',
  wanted: 3,
  labels: ['0417', '2096', '7730'],
};
const listHash = drawHash(list);
const { ranked, steps } = drawRanks(list, '314159', ['7730']);
const opened = { number: '12', salt: 'abcdefgh' };
const seals = [
  { label: '0417', seal: sealOf(listHash, '0417', opened), sealedAt: at, ...opened, openedAt: at },
  { label: '7730', seal: sealOf(listHash, '7730', opened), sealedAt: at, number: null, salt: null, openedAt: null },
];
const draw = {
  ...{
    id: 'd',
    revision: 1,
    state: 'drawn',
    title: '殷巷镇李家桥村 58.75 亩，同价的抽签',
    ...list,
    about: '/auctions/a',
  },
  ...{ algorithm: 'draw-1', text: drawText(list), listHash, seedBy: 'sealed', frozenBy: '时钟', frozenAt: at },
  ...{
    publishedAt: at,
    sealUntil: at,
    openUntil: at,
    seals,
    seed: '314159',
    seedOrigin: 'thrown',
    seedStory: '县中心大厅',
  },
  ...{ observer: '高演一', witness: '王＊＊', seededAt: at, last: ['7730'], ranked, steps, ownLabel: '0417' },
  ...{ acts: acts.slice(0, 2), history: [{ action: 'seed', label: '录入种子', at, by: '高演一', remark: null }] },
};

/** Draws, and one that anybody can run again. */
export const draws: Record<string, PageSample> = {
  'inspections/draws': {
    ...asked('/draws'),
    ...{ rows: [{ ...draw, of: 3 }], enters: true, pager: { count: 1, whole: false, previous: '', next: '' } },
  },
  'inspections/draw': { page: staff, ...draw },
  'inspections/draw-frozen': {
    template: 'inspections/draw',
    ...{ ...draw, state: 'frozen', about: null, publishedAt: null, sealUntil: null, openUntil: null, seals: [] },
    ...{ seed: null, seedOrigin: null, seedStory: null, observer: null, witness: null, seededAt: null, last: [] },
    ...{ ranked: null, steps: [], ownLabel: null, acts: [], history: [] },
  },
};
