import { type Day, type FieldError, problem } from '#kernel';
import { inputProblem } from '#platform';

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
  wrongSuccessor: problem('county-successor-wrong', 422, '接续的村不对', '', 'newCode'),
};

const faults = (pointer: string, detail: string) => inputProblem([{ pointer, detail }]);

/** The same with what stands against it in the case at hand. */
export const officeRefusals = {
  otherCounty: (code: string, name: string, ours: string) =>
    officeProblems.otherCounty({ detail: `表里是 ${code} ${name}，本系统设的是 ${ours}。` }),
  notLater: (day: Day) => officeProblems.notLater({ detail: `上一次变更是 ${day}。` }),
  successorGone: () => officeProblems.wrongSuccessor({ detail: '接续的要是一个现在的村。' }),
  unknownOffice: (said: string) => faults('#/office', `没有“${said}”这个单位`),
  manyOffices: (said: string, many: number) => faults('#/office', `有 ${many} 个“${said}”，请带上镇街的名字`),
  noFile: () => faults('#/file', '请选区划表（CSV）'),
  unreadable: (why: string) => faults('#/file', `这不是能读的 CSV：${why}`),
  lineTooLong: (most: number) => faults('#/file', `有一行太长，最多 ${most} 个字：引号没有成对，或者这不是区划表`),
  tooManyRows: (most: number) => faults('#/file', `区划表最多 ${most} 行`),
  doubtful: (line: number) => faults('#/file', `第 ${line} 行起读出来不像中文，请另存为“CSV UTF-8”再交`),
  headsMissing: (wanted: readonly string[], missing: readonly string[]) =>
    faults('#/file', `表头要有 ${wanted.join('、')}，缺 ${missing.join('、')}`),
};

/** What is wrong in a row of a division file. */
export const rowFaults = {
  inRow: (row: number, detail: string): FieldError => ({ pointer: `#/file/${row}`, detail: `第 ${row} 行：${detail}` }),
  noCode: (code: string) => `“${code}”不是 12 位区划代码`,
  noName: '没有名称',
  twice: (code: string) => `${code} 出现了两次`,
  noParent: (parent: string) => `上级 ${parent} 不在表里`,
  oneCounty: { pointer: '#/file', detail: '区划表里要有一个县，而且只有一个' },
};

/** Said when a village without a successor got one. */
export const countyWords = { named: (rows: number): string => `接续村已定，${rows} 条记录交过去了。` } as const;
