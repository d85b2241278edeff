import { type Mu, problem } from '#kernel';
import { refuses } from '#platform';

/** A parcel as a refusal names it. */
interface Named {
  name: string;
  code: string;
}

export const rightProblems = {
  parcelTaken: problem(
    'parcel-taken',
    409,
    '这块地同一时间已被占用',
    '另一件申请或者已经生效的流转占着同一处、同一时间。换地块、换时间，或者等那一件办完。',
  ),
  groundTaken: problem(
    'ground-taken',
    409,
    '这块地和别的地块在图上重叠，重叠的地方同一时间已被占用',
    '同一处地不能用两个地块代码各流转一次。请核对两块地的图形，错的一块更正；或者换地块、换时间、只流转不重叠的部分。',
  ),
  beyondContract: problem(
    'beyond-contract',
    409,
    '期限超过登记的承包期',
    '流转期限不得超过承包期的剩余期限（承包法第三十八条第三项）。',
  ),
  beyondParent: problem(
    'beyond-parent',
    409,
    '超出原来的流转',
    '再流转的期限和范围都要在原流转之内，原流转要有效（承包法第三十八条、第四十六条）。',
  ),
  beyondArea: problem('beyond-area', 409, '面积超过地块', '同一地块各部分面积加起来，不能超过地块的面积。'),
  alreadyReserved: problem('already-reserved', 409, '这件申请已经预留过地块'),
  sameParties: problem('right-same-parties', 422, '转出方和受让方不能是同一个'),
  notFound: problem('right-not-found', 404, '没有这项土地经营权'),
  parcelNotFound: problem('parcel-not-found', 404, '登记簿里没有这块地'),
  wrongStatus: problem('right-wrong-status', 409, '这项权利现在的状态不能这样办'),
  noShape: problem(
    'parcel-without-shape',
    422,
    '这块地没有图形，只能整块流转',
    '先补测图形，再流转其中一部分。',
    'parcels',
  ),
  portionWrong: problem(
    'portion-wrong',
    422,
    '这一部分切不出来',
    '换一边，或者改面积。切出来的要是完整的一块，宽不小于十厘米。',
    'parcels',
  ),
  hasChildren: problem('right-has-children', 409, '这项权利下面还有有效的再流转', '先办结再流转，再办这一件。'),
  encumbered: problem('right-encumbered', 409, '这项权利还在抵押，不能注销', '先办理解除抵押。'),
  objectFirst: problem('mortgage-object-first', 404, '先找到抵押的是什么', '找到那一户或者那块地，再记抵押。'),
  encumbranceNotFound: problem('encumbrance-not-found', 404, '没有这笔抵押记录'),
  encumbranceOver: problem('encumbrance-over', 409, '这笔抵押已经结束'),
  importNotFound: problem('import-not-found', 404, '没有这次导入'),
  importUnreadable: problem('import-unreadable', 422, '文件读不出来', '', 'file'),
  importNotReady: problem('import-not-ready', 409, '这次导入现在不能执行', '先看试导的结果。'),
};

/** Why a part of a parcel cannot be cut out. */
export const portionFaults = {
  noShape: ({ name, code }: Named): string => `${name}（${code}）没有图形。`,
  badShape: ({ name }: Named, fault: string): string => `${name}：${fault}。`,
  notCut: ({ name }: Named, areaMu: Mu): string => `${name}切不出 ${areaMu} 亩。`,
  noArea: '面积要大于零。',
  tooNarrow: ({ name }: Named): string => `${name}切出的部分太窄。`,
} as const;

/** Where it is found what a mortgage is to lie on. */
export const toObject = { href: '/encumbrances/object', label: '去找' } as const;

/** Faults of the fields of a mortgage. */
export const mortgageFaults = {
  nothingFound: '先找到哪一户，或者哪一块地',
  noContract: '没有承包合同，不能抵押',
  whichContract: '这一户有几份承包合同，找抵押的那块地',
  endsFirst: '结束的日期要在开始以后',
  registeredBoth: '登记证明号和登记日期要么都写，要么都不写',
  consent: '传承包方的书面同意（承包法第47条）',
} as const;

refuses({
  right_portion_no_overlap: rightProblems.parcelTaken,
  overlap_portion_held_once: rightProblems.groundTaken,
  right_portion_within_contract: rightProblems.beyondContract,
  right_portion_within_parent: rightProblems.beyondParent,
  right_portion_within_area: rightProblems.beyondArea,
  management_right_one_live: rightProblems.alreadyReserved,
  management_right_parties: rightProblems.sameParties,
});
