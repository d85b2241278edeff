import { days, soon, staff, strip } from './period.js';
import { map } from './land.js';
import { asked, square } from './parts.js';
import type { PageSample } from './sample.js';

const at = '2026-10-09T10:00:00+08:00';
const title = '关于殷巷镇李家桥村 120.00 亩土地经营权流转的公示';

export const publications: Record<string, PageSample> = {
  'postings/index': {
    ...asked('/board-photos'),
    ...{ title: '要贴、要拍的公示', page: staff },
    rows: ['board', 'screen', 'sheet'].map((what) => ({
      ...{ what, id: '1', number: '商农公示〔2026〕第 0138 号', title: '殷巷镇李家桥村 120.00 亩土地经营权流转' },
      ...{ town: '殷巷镇', village: '李家桥村', areaMu: '120.0000', since: at },
    })),
  },
  'postings/show': {
    ...{ id: '1', kind: 'screen_town', place: '殷巷镇交易所屏幕', address: '/notices/1', title, number: null },
    ...{ provenAt: at, postedAt: at, proof: 'showing', photo: null, sha256: null, removedAt: null },
    showings: [{ screen: '殷巷-01', times: 40, lastShownAt: at }],
    outages: [{ from: at, to: at, reason: '停电', reportedBy: '演信息', confirmedAt: null }],
    checks: [{ inPlace: true, remark: '', checkedBy: '演信息', checkedAt: at }],
    acts: [],
  },
  'screens/registered': {
    ...{
      title: '屏幕已登记',
      id: '1',
      name: '殷巷-01',
      token: 'x',
      address: 'https://example.org/screens/1?terminal=x',
    },
  },
  'screens/hall': {
    page: { title: '公示屏', hall: true, refresh: 20 },
    ...{ centre: '商河县农村产权流转交易中心', today: '2026-10-12', time: '10:27', screen: '县中心-01', shown: 34 },
    current: {
      ...{ town: '殷巷镇', village: '李家桥村', number: '商农公示〔2026〕第 0138 号', areaMu: '120.0000', title },
    },
    lines: [
      { label: '转出方', value: '王＊＊ 等 8 户' },
      { label: '受让方', value: '禾野种植专业合作社' },
      { label: '价款', value: '900 元/亩/年' },
    ],
    ...{ due: soon, strip: { ...strip, days: days.slice(7) }, map, square },
    turns: Array.from({ length: 17 }),
    queue: [1, 2, 3, 4, 5, 6, 7].map((n) => ({
      ...{ town: '沙河镇', village: '苗李家村', areaMu: '18.6600', left: n === 7 ? '' : '还剩 4 天' },
    })),
  },
};
