import { codes } from '#kernel';
/** The county's centre and the town's exchange each have a screen; together they are the one mandatory venue 屏幕. */
export const venueKinds = codes('VenueKind', {
  village_board: '村公示栏',
  screen_county: '县中心屏幕',
  screen_town: '镇交易所屏幕',
  website: '本网站',
});
export type VenueKind = keyof typeof venueKinds;

export const proofKinds = { photo: '照片', showing: '播放记录', hash: '内容指纹' } as const;
export type ProofKind = keyof typeof proofKinds;

/** A day on which a venue had its proof, in a cell of three characters. */
export const eventWords: Readonly<Record<VenueKind, string>> = {
  village_board: '村里',
  screen_county: '屏幕',
  screen_town: '屏幕',
  website: '网站',
};

/** Why a venue could not be read, where the exchange itself noticed it. */
export const silentScreen = '屏幕没有心跳';

/** What the history calls the registration of a screen. */
export const registeredScreen = '登记屏幕';

/** What the history calls what is done at a venue. */
export const venueLines = {
  proven: '贴出凭证',
  hung: '贴出公示起止告示',
  checked: '抽查',
  inPlace: '在',
  gone: '不在',
  outage: '中断',
} as const;

/** What the desk calls the work at venues. */
export const venueWork = { proof: '公示栏和屏幕', sheet: '起止告示', outage: '公示中断' } as const;

/** A sheet beside a text that hangs nowhere yet. */
export const sheetWord = { label: '等贴起止告示', tone: 'act' } as const;

/** What the document calls the parts of a text at a venue. */
export const venueLabels = {
  posting: '一处公示',
  venue: '哪一处',
  office: '哪里的，行政区划代码',
  place: '位置',
  postedAt: '贴出',
  provenAt: '有凭证',
  proof: '什么凭证',
  sha256: '内容指纹',
  removedAt: '撤下',
  title: '公开的文字',
  number: '编号',
  showings: '播放',
  screen: '屏幕',
  times: '播放（次）',
  lastShownAt: '最近一次播放',
  checks: '抽查',
  checkInPlace: '在原处',
  remark: '说明',
  checkedBy: '谁查的',
  checkedAt: '什么时候查的',
  outages: '中断',
  reported: '报告的中断',
  from: '从什么时候',
  to: '到什么时候',
  reason: '为什么',
  reportedBy: '报告人',
  reportedAt: '报告',
  confirmedBy: '谁确认的',
  confirmedAt: '确认',
  lost: '顺延几个工作日',
} as const;
