export const unsealingParts = {
  told: '揭开的竞买号是谁',
  number: '竞买号',
  party: '是谁',
  reason: '理由',
  openedAt: '什么时候揭开',
  title: '结果以前揭开过的竞买号',
} as const;

/** Lines of the history. */
export const unsealingLines = { asked: '申请揭开竞买号', opened: '揭开竞买号' } as const;
