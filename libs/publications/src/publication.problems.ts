import { type Problem, problem } from '#kernel';
import { inputProblem, refuses } from '#platform';

export const publicationProblems = {
  personal: problem(
    'personal-data-in-text',
    422,
    '公示文字里有个人号码',
    '身份证号、手机号、银行卡号一律不能公开（个人信息保护法第二十五、二十八条）。删掉再发布，不能强行通过。',
  ),
  immutable: problem(
    'public-text-unchangeable',
    409,
    '公示的文字不能改',
    '已经公开的文字一个字也不能动：改错字发更正，改内容发新版、重新公示。',
  ),
  notApproved: problem('text-not-approved', 409, '还没有审核通过的文字不能公开'),
  erratumMaterial: problem(
    'erratum-changes-terms',
    409,
    '这不是错别字',
    '地块、面积、价款、期限、当事人、方式、用途有变，要发新版、重新公示满期。',
  ),
  erratumNotFound: problem('erratum-text-not-found', 422, '公示文字里没有要更正的这几个字', '', 'wrong'),
  alreadyProven: problem('venue-already-proven', 409, '这一处已经有凭证', '凭证只能加，不能换。'),
  noVenue: problem('venue-not-planned', 404, '这份公示没有安排在这里贴'),
  notYourPlace: problem(
    'not-your-place',
    403,
    '这个地方不归您管',
    '村公示栏的照片由本村服务站的人传；屏幕由大厅自己的屏幕播放。',
  ),
  photoDate: problem('photo-date-wrong', 422, '贴出时间不对', '不早于发布，不晚于现在。', 'postedAt'),
  nothingToHang: problem('sheet-not-owed', 409, '这里没有要贴的告示'),
  notCounting: problem('notice-not-running', 409, '公示期不在计算中', '只有公示中或刚期满的公示可以因中断延长。'),
  outageSpan: problem('outage-span-wrong', 422, '中断的起止时间不对', '中断要有起止，结束不晚于现在。', 'toDay'),
  outageConfirmed: problem('outage-already-confirmed', 409, '这次中断已经确认过'),
  terminalTaken: problem('terminal-name-taken', 409, '已经有叫这个名字的屏幕', '换一个名字，例如加上楼层。'),
  terminalGone: problem('terminal-not-found', 404, '没有这块屏幕', '可能已经停用。'),
  terminalUnknown: problem('terminal-unknown', 401, '不认识这块屏幕', '屏幕的口令不对，或者已经停用。'),
};

refuses({
  publication_immutable: publicationProblems.immutable,
  erratum_append_only: publicationProblems.immutable,
  terminal_name_once: publicationProblems.terminalTaken,
  venue_posting_proven: publicationProblems.alreadyProven,
  publication_approved_first: publicationProblems.notApproved,
});

/** An outage needs both of its ends. */
export const spanMissing = (pointer: string): Problem =>
  inputProblem([{ pointer, detail: '写明哪一天、几点（例如 08:30）' }]);

/** The very letters that the text does not hold. */
export const noSuchText = (wrong: string): Problem =>
  publicationProblems.erratumNotFound({ detail: `文字里没有“${wrong}”。` });
