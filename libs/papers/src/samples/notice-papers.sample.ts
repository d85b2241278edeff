import { day, instant } from '#kernel';
import type { PaperViews } from '../paper-kinds.js';
import { sampleNotice, sampleNoticePeriod } from './notice.sample.js';
import { desk, land, deal, objection } from './people.sample.js';

/** One view of each of these papers, with made-up people. */
export const noticeSamples: Pick<
  PaperViews,
  'notice' | 'notice_period' | 'notice_proof' | 'objection_receipt' | 'objection_decision' | 'priority_answer'
> = {
  notice: sampleNotice,
  notice_period: sampleNoticePeriod,
  notice_proof: {
    ...deal,
    ...land,
    noticeNumber: objection.noticeNumber,
    firstDay: day('2026-10-08'),
    lastDay: day('2026-10-15'),
    workingDays: 7,
    calendar: '3',
    venues: [
      {
        venue: '村公示栏',
        place: '李家桥村委会门前',
        postedAt: instant('2026-09-30T16:20:00+08:00'),
        by: '孙立夏',
        proof: '照片 2 张',
      },
      {
        venue: '交易所大屏',
        place: '殷巷镇、县中心',
        postedAt: instant('2026-09-28T09:00:00+08:00'),
        by: '系统',
        proof: '播放记录 1,142 次',
      },
      {
        venue: '网站',
        place: '平台公示栏',
        postedAt: instant('2026-09-28T09:00:00+08:00'),
        by: '系统',
        proof: '内容哈希',
      },
    ],
    objections: [{ number: '商农异〔2026〕第0007号', kind: '界址、面积', decision: '不成立，已送达' }],
    priorityClaims: [],
  },
  objection_receipt: objection,
  objection_decision: {
    ...objection,
    investigation: '10 月 12 日两名调查员会同双方到场，按确权界址点复测，地块 6 东界与登记一致，田埂在界线以东。',
    decision: 'rejected',
    reasons: [{ text: '地块界址以登记的确权成果为准，复测一致', rule: '民法典第三百三十三条' }],
    effect: 'none',
  },
  priority_answer: {
    ...deal,
    price: '900.00 元/亩/年',
    noticeNumber: objection.noticeNumber,
    claimant: '李春分',
    claimedAt: '10月10日（周六，补班）14:00',
    ...{ level: 'member', statement: '种了十年地，有两台收割机' },
    ...{ result: 'claimant_takes_over', declineGround: '', answer: '', submitBy: '2026-10-20' },
    desk,
  },
};
