import { problem } from '#kernel';

export const inputProblems = {
  invalid: problem('invalid-input', 422, '有几处要改', '改好标出来的每一处，再提交一次；填好的都还在。'),
  malformed: problem('malformed', 400, '请求的格式不对'),
  tooMany: problem('too-many-fields', 422, '请求里的项太多', '只填要填的项；很多件分几次交。'),
  twice: problem('field-twice', 422, '同一项填了两遍', '一项只能有一个值，请只留一个，再提交一次。'),
};

/** What is wrong with what came in, whatever it is about. */
export const inputFaults = {
  twice: (name: string): string => `“${name}”填了两遍`,
  unknown: (name: string): string => `没有“${name}”这一项`,
  wrong: (name: string): string => `“${name}”写得不对`,
  tooMany: (most: number): string => `一次最多交 ${most} 项，这个请求超过了，没有看，也没有办。`,
  tooManyNames: (most: number): string => `同一层最多 ${most} 个名字，这个请求超过了，没有看，也没有办。`,
  tooDeep: '内容套得太深，最多 32 层。',
  unreadable: '里面有不能保存的字符（空字符或者半个字），请重新输入。',
  noNames: '请求的内容要是一组有名字的项，例如 {"remark": "……"}。',
  cutOff: '传来的表单不完整，请再传一次。',
  unstorable: '有一处的日期、数字或者文字不存在或者太大，请检查后再提交。',
  unread: '请求的内容读不懂。',
} as const;

/** What the library's own words mean, where an input class has none of its own; most are heard by programs alone. */
export const libraryFaults: Readonly<Record<string, (name: string, number: string) => string>> = {
  whitelistValidation: inputFaults.unknown,
  isString: (name) => `“${name}”要写成一段文字`,
  maxLength: (name, most) => `“${name}”最多 ${most} 个字`,
  minLength: (name, least) => `“${name}”至少 ${least} 个字`,
  isInt: (name) => `“${name}”要是整数`,
  isNumber: (name) => `“${name}”要是数字`,
  min: (name, least) => `“${name}”要是不小于 ${least} 的数字`,
  max: (name, most) => `“${name}”要是不大于 ${most} 的数字`,
  isBoolean: (name) => `“${name}”只能是 true 或者 false`,
  isUuid: (name) => `“${name}”不是编号`,
  isArray: (name) => `“${name}”要是一个列表`,
  arrayMaxSize: (name, most) => `“${name}”最多 ${most} 项`,
  arrayMinSize: (name, least) => `“${name}”至少 ${least} 项`,
  isObject: (name) => `“${name}”要是一组有名字的项`,
  nestedValidation: (name) => `“${name}”里面要是一组有名字的项`,
};
