import { day, fen } from '#kernel';
import type { NoticeDayView, NoticePeriodView, NoticeSheetView } from '../views/notice.view.js';
import { sampleParcels, sampleSketch } from './land.sample.js';

const masks = ['王＊＊', '李＊＊', '张＊＊', '王＊＊', '刘＊＊', '赵＊＊', '李＊＊', '孙＊＊'];
const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const notes: Record<string, [NoticeDayView['kind'], string]> = {
  '2026-09-28': ['event', '网站'],
  '2026-09-29': ['skip', '等村里'],
  '2026-09-30': ['event', '村里'],
  '2026-10-08': ['count', '第 1 天'],
  '2026-10-09': ['count', '第 2 天'],
  '2026-10-10': ['count', '第 3 天'],
  '2026-10-11': ['skip', '休息'],
  '2026-10-12': ['count', '第 4 天'],
  '2026-10-13': ['count', '第 5 天'],
  '2026-10-14': ['count', '第 6 天'],
  '2026-10-15': ['count', '第 7 天'],
};

const days = Array.from({ length: 18 }, (_, i): NoticeDayView => {
  const text = i < 3 ? `2026-09-${28 + i}` : `2026-10-${String(i - 2).padStart(2, '0')}`;
  const [kind, note] = notes[text] ?? ['skip', '国庆'];
  return { day: day(text), weekday: text === '2026-10-10' ? '补班' : (weekdays[i % 7] ?? ''), note, kind };
});

export const sampleNotice: NoticeSheetView = {
  caseNumber: '370126101A26090001',
  transferor: '李家桥村王＊＊等 8 户',
  transferee: '禾野种植专业合作社',
  mode: 'lease',
  term: { from: day('2026-11-01'), to: day('2032-10-31') },
  use: '种植小麦、玉米',
  priceFen: fen(90_000),
  payment: '每年 10 月 20 日前付下一年',
  location: '殷巷镇李家桥村',
  parcels: sampleParcels().map((parcel, i) => ({ ...parcel, contractor: masks[i] ?? '' })),
  sketch: sampleSketch(),
  version: 1,
  heading: '关于殷巷镇李家桥村 120.00 亩土地经营权流转的公示',
  body: '李家桥村王＊＊等 8 户，拟将 8 块承包地共 120.00 亩的土地经营权，出租给禾野种植专业合作社种植小麦、玉米，自 2026 年 11 月 1 日起至 2032 年 10 月 31 日止，共 6 年，租金每亩每年 900 元，每年 10 月 20 日前付下一年。县农村产权交易中心已于 2026 年 9 月 28 日审核通过。现予公示。',
  desk: { name: '李家桥村服务站；殷巷镇交易所公开咨询室', address: '殷巷镇府前街 1 号', phone: '0531-0000 0000' },
  issuedOn: day('2026-09-28'),
};

export const sampleNoticePeriod: NoticePeriodView = {
  noticeNumber: '商农公示〔2026〕第0001号',
  version: 1,
  heading: sampleNotice.heading,
  ...{ start: '2026-09-30', firstDay: '2026-10-08', lastDay: '2026-10-15', workingDays: 7 },
  extension: null,
  days,
  ...{ town: '殷巷镇', village: '李家桥村' },
  desk: sampleNotice.desk,
  issuedOn: day('2026-09-30'),
};
