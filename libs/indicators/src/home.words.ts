/** How a notice of the front page stands. */
export const noticeStatuses = { running: '公示中', ended: '公示期满', awaiting_proof: '等公示场所凭证' } as const;

/** What the document calls the parts of the front page. */
export const homeLabels = {
  title: '首页',
  today: '今天',
  offered: '正在挂牌的地',
  lot: {
    ...{ place: '坐落', thing: '哪一样', areaMu: '面积（亩）', priceFen: '挂牌价（分）' },
    ...{ priceUnit: '挂牌价按什么算', closesOn: '报名截止' },
  },
  notices: '最先截止的公示',
  notice: {
    title: '公示什么',
    parties: '双方',
    town: '镇街',
    village: '村',
    areaMu: '面积（亩）',
    state: '到哪一步',
    start: '公示从哪天起',
    endsOn: '公示到哪天',
    dueAt: '到期的时刻',
  },
  issued: '最近办结的流转',
  right: { place: '坐落', areaMu: '面积（亩）', holder: '经营权人', until: '到哪天', activeOn: '哪天办结' },
  figures: '平台的数',
  figure: {
    running: '正在公示（宗）',
    areaMu: '有效的经营权（亩）',
    rights: '有效的经营权（宗）',
    reviewed: '近一个月审结（件）',
    late: '近一个月超时审结（件）',
    overdue: '正在超时（件）',
    onTimePercent: '近一个月按时（%）',
    onTimeRule: '按时率怎么算',
  },
  towns: '按镇街看',
  town: { code: '代码的前九位', name: '镇街', count: '正在公示（宗）' },
} as const;
