import { problem } from '#kernel';

export const officeProblems = {
  noOffice: problem('office-not-found', 404, '没有这个交易所或服务站'),
  otherCounty: problem(
    'county-other',
    409,
    '这份区划表不是本县的',
    '本系统只服务一个县；换县要用新的数据库，并设好 COUNTY_CODE。',
  ),
  notLater: problem('county-change-too-early', 409, '区划变更的日期要晚于上一次', '区划按时间先后登记，不能倒着插。'),
  alreadyLoaded: problem('county-change-loaded', 409, '这份区划变更已经登记过了'),
  noRehearsal: problem('county-rehearsal-not-found', 404, '没有这次预演'),
  notUnknown: problem('county-successor-known', 409, '这个村不在“等县里指定”的名单上'),
  wrongSuccessor: problem('county-successor-wrong', 422, '接续的村不对'),
};

/** Said when a village without a successor got one. */
export const countyWords = { named: (rows: number): string => `接续村已定，${rows} 条记录交过去了。` } as const;
