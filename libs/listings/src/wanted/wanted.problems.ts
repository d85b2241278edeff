import { type FieldError, type RightKind, problem, rightKinds } from '#kernel';
import { refuses } from '#platform';

export const wantedProblems = {
  notFound: problem('wanted-not-found', 404, '没有这条求租信息', '可能已经撤回、到期下架。'),
  nobody: problem('wanted-nobody', 403, '求租要用自己的账号', '没有账号的带身份证到村服务站，信息员当面帮您写。'),
  notEditable: problem('wanted-not-editable', 409, '这条求租信息已经交上去，不能再改', '要改的先撤回，另写一条。'),
  tooMany: problem('wanted-too-many', 409, '您的求租信息太多了', '先撤回不要的。'),
  areas: problem('wanted-areas', 422, '最少的亩数不能多于最多的亩数', '', 'areaTo'),
};

const fault = (field: string, detail: string): FieldError => ({ pointer: `#/${field}`, detail });

/** What is wrong with what was typed. */
export const wantedFaults = {
  tooMany: (open: number): string => `还有 ${open} 条没有结束，先撤回不要的。`,
  noTown: (): FieldError => fault('town', '没有这个镇街'),
  noVillage: (name: string, town: string): FieldError => fault('villages', `${town}没有“${name.slice(0, 20)}”这个村`),
  noArea: (kind: RightKind, field: string): FieldError => fault(field, `${rightKinds[kind]}不按亩算，不填面积`),
  noLand: (kind: RightKind, field: string): FieldError =>
    fault(field, `${rightKinds[kind]}不是耕地，写在“还有什么要求”里`),
  never: (reason: string, article: string): FieldError => fault('purpose', `${reason}（${article}）`),
} as const;

refuses({ wanted_from_little_to_much: wantedProblems.areas });
