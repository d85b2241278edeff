import { type FieldError, problem } from '#kernel';
import { refuses } from '#platform';

export const drawProblems = {
  notFound: problem('draw-not-found', 404, '没有这次抽签', '名单的摘要公布以后，谁都能看。'),
  notOnTheList: problem('draw-not-on-the-list', 403, '这次抽签的名单上没有您', '只有名单上的各方封存、揭开号码。'),
  otherNumber: problem(
    'draw-other-number',
    422,
    '和您封存的不一样',
    '号码、暗语要和封存的时候一模一样；封存以后不能换。',
    'number',
  ),
  once: problem('draw-once', 409, '这件事已经抽过签了', '同一件事只抽一次，不能重抽。'),
  kept: problem(
    'draw-list-kept',
    409,
    '名单已经冻结，不能再改',
    '冻结的名单、公布的摘要、封存的号码、抽出的结果都不能改。',
  ),
  seedTooEarly: problem('draw-seed-too-early', 409, '种子要在公布名单摘要以后才出来'),
  seedByWhoFroze: problem('draw-seed-by-who-froze', 409, '名单是您冻结的，种子要由另一个人录'),
  sealedLate: problem('draw-sealed-late', 409, '现在不能封存', '封存的时间已经过了，或者还没有到。'),
  openedLate: problem('draw-opened-late', 409, '现在不能揭开', '揭开的时间已经过了，或者还没有到。'),
  sealedTwice: problem('draw-sealed-twice', 409, '您已经封存了一个号码，不能再换'),
};

const fault = (field: string, detail: string): FieldError => ({ pointer: `#/${field}`, detail });

/** What is wrong with what was typed. */
export const drawFaults = {
  noLabel: (line: number): FieldError =>
    fault('labels', `第 ${line} 行不是编号。写案件编号、合同编号这样的号，不写人名、身份证号、电话。`),
  twice: (line: number): FieldError => fault('labels', `第 ${line} 行前面已经写了。`),
  tooMany: (of: number): FieldError => fault('wanted', `名单上只有 ${of} 个。`),
  personal: (field: string, label: string): FieldError => fault(field, `不能写${label}，这里的字谁都能看。`),
  sameWitness: (): FieldError => fault('witness', '见证人要是冻结名单、录种子以外的人。'),
} as const;

refuses({
  draw_once: drawProblems.once,
  draw_list_kept: drawProblems.kept,
  draw_drawn_once: drawProblems.kept,
  draw_seal_kept: drawProblems.kept,
  draw_seed_after_publication: drawProblems.seedTooEarly,
  draw_seed_by_another: drawProblems.seedByWhoFroze,
  draw_sealed_in_time: drawProblems.sealedLate,
  draw_opened_in_time: drawProblems.openedLate,
  draw_sealed_once: drawProblems.sealedTwice,
  draw_seal_fits: drawProblems.otherNumber,
});
