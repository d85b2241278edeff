/** The county's checklist, in its order. */
const checkItems = 'subject title consent term area purpose encumbrance capital survey priority price materials'.split(
  ' ',
);

/** What reviewers write in the training county. */
export const preliminaryOpinion = { opinion: '双方身份、共有人同意、期限和用途都已核对，同意安排实地调查。' };

export const countyOpinion = {
  checks: checkItems.map((item) => ({ item, result: item === 'encumbrance' || item === 'capital' ? 'none' : 'yes' })),
  opinion: '材料齐全，同意公示。',
};

export const countyDefects = {
  defects: [
    { item: '四至', fault: '1 号地块北至没有人确认', text: '补 1 号地块北至的确认', rule: '农村土地承包法第40条' },
  ],
};

export const defectOf = (item: string, text: string): object => ({
  defects: [{ item, fault: '材料里没有，或者对不上', text, rule: '平台规则 申-01' }],
});
