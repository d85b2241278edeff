export const standings = { reserved: '已预留', active: '有效', ended: '已终止', released: '已解除预留' } as const;

/** What the history of a right calls what befell it. */
export const rightNotes = {
  reserve: '预留地块',
  activate: '权利生效',
  release: '解除预留',
  end: '权利终止',
  rearranged: '更正申请',
} as const;
