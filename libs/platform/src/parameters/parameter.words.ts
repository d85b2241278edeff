import { codes } from '#kernel';
/** How sure we are of a number. */
export const marks = codes('ParameterMark', { law: '法律规定', P: '县里公布', M: '待核对', D: '平台设定' });

/** What kind of value a parameter has. */
export const kinds = codes('ParameterKind', {
  days: '天数',
  count: '个数',
  limit: '个数，可以不定',
  fen: '金额，分',
  mu: '面积，亩',
  choice: '几种里的一种',
  list: '几种里的几种',
  time: '几点',
  flag: '是或者否',
  text: '文字',
  thresholds: '分级的面积',
});

/** Who approves from which area on. */
export const authorities = {
  none: '县里定不审批',
  town: '镇级',
  county: '县级',
  city: '市级',
  province: '省级',
} as const;

export const yesOrNo = { yes: '是', no: '否' } as const;

/** What the history calls it. */
export const parameterSet = '改参数';

/** What the document calls the parts of a parameter. */
export const parameterLabels = {
  list: '规则里的数',
  one: '规则里的一个数',
  unfilled: '一定要先填的',
  key: '名字',
  label: '叫什么',
  kind: '哪一种数',
  value: '现在的数',
  unit: '单位',
  source: '出处',
  mark: '把握',
  validFrom: '从哪天起，空的是出厂值',
  coming: '以后改成',
  comingOne: '还没到那天',
  limit: '界限',
  history: '改过的',
  since: '从哪天起',
  basis: '依据',
  setBy: '谁改的',
  setAt: '什么时候改的',
} as const;
