import { type FieldError, type Mu, formatDay, formatMu, problem } from '#kernel';
import type { Day } from '#kernel';
import { refuses } from '#platform';

export const draftProblems = {
  notFound: problem('draft-not-found', 404, '没有这份草稿', '草稿只给填的人看；代办的草稿，本人在场才能打开。'),
  notYours: problem(
    'draft-not-your-post',
    403,
    '您的岗位不录入申请',
    '申请由农户、合作社自己填，或者由村信息员、镇受理岗录入。',
  ),
  tooMany: problem('draft-too-many', 409, '没办完的申请太多了', '先把前面的办完或者删掉，最多同时留 30 份。'),
  unfinished: problem('draft-unfinished', 409, '前面的步骤还没有填完', '先填完谁、哪块地、什么条件，再交材料。'),
  handedIn: problem('draft-handed-in', 409, '这份申请已经交上去了', '到案件页看进度；退回补正时可以再改。'),
  isCase: problem('draft-is-a-case', 409, '这份申请已经是一件案件', '到案件页撤回。'),
  alreadyOpen: problem('draft-already-open', 409, '这件案件已经有一份在改'),
};

refuses({ application_draft_one_per_case: draftProblems.alreadyOpen });

/** The way out of a draft that is not written to its end. */
export const writeOn = (href: string) => ({ href, label: '接着填' });

const at = (field: string, detail: string): FieldError => ({ pointer: `#/${field}`, detail });

/** What only the register knows to be wrong with what was typed, each at its field. */
export const draftFaults = {
  noContract: () => at('contractIds', '选是哪一户的地。没有列出来的，用合同编号找'),
  contractUnknown: () => at('contractIds', '选的承包合同登记簿里没有'),
  contractElsewhere: () => at('contractIds', '不归您这里管，请到它所在的镇办'),
  contractOfStranger: () => at('contractIds', '不是您家的承包合同'),
  issuersApart: () => at('contractIds', '这几户不是同一个发包方的，要分开申请'),
  householdEmpty: () => at('contractIds', '选的户里有一户没有成员了，没有人可以同意流转（承包法第16条）'),
  contractWithoutLand: () => at('contractIds', '这份合同下面没有登记地块，先到镇里补登记'),
  noIssuer: () => at('issuer', '选是哪个集体的地'),
  nameOfAnother: () => at('transferee/name', '姓名和身份证号对不上，请照证件再看一遍'),
  noMember: () => at('transferee/kind', '登记簿里他不是这个集体的成员，请选别的一类'),
  bodyName: (name: string) => at('transferee/name', `这个代码登记的是“${name}”，请照执照写全称`),
  noRepresentative: () => at('transferee/legalRepresentative', '写法定代表人'),
  parcelsOfOthers: () => at('parcels', '选的地块不在这几份承包合同里'),
  ofParcel: (code: string, field: string, name: string, detail: string) =>
    at(`parcels/${code}/${field}`, `${name}：${detail}`),
  areaUnticked: (code: string, name: string) => at(`parcels/${code}/areaMu`, `${name}写了亩数，可是没有勾上`),
  parcelReserved: (code: string, name: string, free: Day) =>
    at(
      `parcels/${code}/code`,
      `${name}：正在办另一件流转，现在不能选；那一件办成的话，从 ${formatDay(free)}起才空出来`,
    ),
  parcelLet: (code: string, name: string, until: Day) =>
    at(`parcels/${code}/code`, `${name}：已租出到 ${formatDay(until)}，和承包期一样长，不能再选`),
  startBeforeFree: (name: string, until: Day, free: Day) =>
    at('term/start', `${name}已租出到 ${formatDay(until)}，最早从 ${formatDay(free)}开始`),
  partTooLarge: (code: string, name: string, whole: Mu) =>
    at(`parcels/${code}/areaMu`, `${name}一共 ${formatMu(whole)} 亩，一部分要比它小；要整块就选“整块”`),
  endAfterContract: (last: Day, name: string, end: Day) =>
    at(
      'term/end',
      `您填的 ${formatDay(last)} 超过了承包期：${name}的承包合同到 ${formatDay(end)}。改短，或者先登记延包合同`,
    ),
};
