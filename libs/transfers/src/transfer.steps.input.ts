import type { Day } from '#kernel';
import {
  AreaField,
  ChoiceField,
  DayField,
  PartsField,
  PickField,
  type Received,
  ScanField,
  TextField,
} from '#platform';
import { type CheckItem, checkResults } from './checklist.words.js';

/** One thing that is missing or wrong, told with all the others at once (一次性告知). */
export class DefectInput {
  @TextField('哪一项', { length: [2, 40] }) item: string;
  @TextField('问题在哪', { length: [2, 200] }) fault: string;
  @TextField('怎么补', { length: [4, 300] }) text: string;
  @TextField('依据的条文', { length: [0, 80], optional: true }) rule?: string;
}

/** A return for correction: every defect at once. */
export class ReturnInput {
  @PartsField('要补的', () => DefectInput, {
    ...{ least: 1, most: 30, lines: 6, line: (number) => `第 ${number} 项：` },
    refusal: '至少写一项要补的，最多 30 项',
  })
  defects: DefectInput[];
}

/** A refusal, or another act that needs a reason and the rule it obeys. */
export class ReasonInput {
  @TextField('理由', { lines: 4, length: [4, 500], hint: '写清楚事实，会印在文书上' }) reason: string;
  @TextField('依据', { length: [2, 100], hint: '写条文，例如 农村土地承包法第38条' }) rule: string;
}

/** A reviewer's written opinion (审核意见). */
export class OpinionInput {
  @TextField('初审意见', { lines: 4, length: [4, 1000], hint: '会印在镇初审的审核意见书上' }) opinion: string;
}

/** A remark that may be left out. */
export class RemarkInput {
  @TextField('为什么撤回（可不填）', { lines: 4, length: [0, 500], optional: true }) remark?: string;
}

/** What is looked at for each line of the reviewer's checklist. */
export const checkHints: Readonly<Record<CheckItem, string>> = {
  subject: '身份、代码已核；转出方是权利人或有委托。',
  title: '承包合同、登记簿一致，没有争议。',
  consent: '每户有权成员都同意。',
  term: '没有超过登记的承包期。',
  area: '没有别的流转占用；实测差在范围内。',
  purpose: '不改变农业用途，基本农田种粮。',
  encumbrance: '没有抵押，或抵押权人书面同意。',
  capital: '阈值表要求的已经批准。',
  survey: '两人到场，照片、定位齐；四邻照报告逐边看，没有问的、不认的、找不到人的写明。',
  priority: '公示写明价款、期限，成员可以主张。',
  price: '双方商定，付给承包方，没有扣留。',
  materials: '申请书、证件、承诺书齐全清楚。',
};

/** One line of the reviewer's checklist; its result is left out while the line is not filled. */
export class CheckInput {
  @TextField('哪一项', { length: [2, 20], pattern: /^[a-z_]+$/, refusal: '没有这一项' }) item: string;
  @ChoiceField('结果', checkResults, { optional: true }) result?: keyof typeof checkResults;
  @TextField('说明', { length: [0, 200], optional: true }) note?: string;
}

/** The reviewer's checklist and opinion, as far as they are filled. */
export class ReviewInput {
  @PartsField('核查清单', () => CheckInput, { most: 20 }) checks: CheckInput[];
  @TextField('审核意见', { lines: 4, length: [0, 1000], optional: true, hint: '会印在审核意见书上' }) opinion?: string;
}

/** The contract as signed on paper; by whom, the transferors themselves or an agent by his letter. */
export class SigningInput {
  @DayField('哪天签的', { bound: 'past' }) signedOn: Day;
  @ChoiceField(
    '转出方由谁签的',
    { principal: '转出方本人', agent: '受托人代签' },
    { optional: true, hint: '代签要有登记过、还在有效期里的委托书' },
  )
  signedBy?: 'principal' | 'agent';
}

/** The filing with the issuer (承包法第36条). */
export class FilingInput {
  @DayField('哪天备案的', { bound: 'past' }) filedOn: Day;
  @TextField('备案编号', { length: [2, 40], hint: '发包方给的编号' }) filingNumber: string;
}

/** The land is back with its contractors, looked over by them (示范合同第十条). */
export class LandReturnInput {
  @DayField('哪天交还的', { bound: 'past' }) returnedOn: Day;
  @TextField('验收情况（可不填）', { lines: 4, length: [0, 200], optional: true }) remark?: string;
}

/** The government's licence for outside capital, as it comes from the authority. */
export class CapitalInput {
  @TextField('受理编号', { length: [2, 40] }) applicationNumber: string;
  @DayField('哪天受理的', { bound: 'past' }) acceptedOn: Day;
}

export class CapitalDecisionInput {
  @ChoiceField('结果', { approved: '批准', refused: '不批准' }) decision: 'approved' | 'refused';
  @TextField('批文号', { length: [2, 60] }) decisionNumber: string;
  @DayField('哪天决定的', { bound: 'past' }) decidedOn: Day;
  @AreaField('批准多少亩（不批准的不填）', { optional: true }) validAreaMu?: string;
  @DayField('批准的期限到哪一天（不批准的不填）', { optional: true }) validTo?: Day;
  @ScanField('批文', { hint: '照片或 PDF' }) file: Received;
}

const causes = {
  agreement: '双方协商',
  use_changed: '擅自改变农业用途',
  idle_two_years: '弃耕抛荒连续两年以上',
  land_damaged: '给土地造成严重损害',
  other_breach: '其他严重违约',
  expropriation: '征收',
  court: '法院、仲裁文书',
} as const;

/** Why a right ends before its day (承包法第42条 and agreement). */
export class TerminationInput extends ReasonInput {
  @ChoiceField('原因', causes) cause: keyof typeof causes;
}

/** Which of the claims that stand the transferor chose. */
export class ClaimantInput {
  @PickField('转出方选了谁', { hint: '都是条件相同、已经成立的主张' }) claimId: string;
  @ScanField('转出方签字的选定意见', { hint: '写明选谁，转出方签字；照片或 PDF' }) choice: Received;
}
