import type { FieldError, Problem } from '#kernel';
import { inputProblem } from '#platform';

const fault = (pointer: string, detail: string): FieldError => ({ pointer: `#/${pointer}`, detail });
const refused = (pointer: string, detail: string): Problem => inputProblem([fault(pointer, detail)]);

/** What only the register knows to be wrong with an application, at its field. */
export const applicationFaults = {
  noMember: () => fault('transferee/kind', '登记簿里他不是这个集体的成员，选别的一类'),
  noTransferee: () => refused('transferee', '写受让方是谁'),
  number: (detail: string) => fault('transferee/number', detail),
  subcontractOutside: () => fault('mode', '受让方不是本集体成员，转包只在本集体成员之间，选出租'),
  subcontractUncontracted: () => fault('mode', '集体没有发包的地没有转包，选出租'),
  guarantorSelf: (field: string) => refused(field, '担保人不能是受让方自己'),
  guarantorAge: (field: string, age: number, least: number, most: number | null) =>
    refused(field, `担保人 ${age} 周岁，要满 ${least} 周岁${most === null ? '' : `、不超过 ${most} 周岁`}`),
  guarantorAgeUnknown: (field: string) => refused(field, '担保人的证件没有出生日期，看不出年龄，请用居民身份证'),
  guarantorStaff: (field: string) => refused(field, '交易所工作人员不能做担保人'),
};

/** The same of one parcel among several. */
export const parcelFault = {
  unknown: (index: number, code: string): FieldError => ({
    pointer: `#/parcels/${index}/code`,
    detail: `登记簿里没有地块 ${code}`,
  }),
  privatePlot: (index: number, code: string, name: string): FieldError => ({
    pointer: `#/parcels/${index}/code`,
    detail: `${name}（${code}）是自留地，不能流转`,
  }),
};
