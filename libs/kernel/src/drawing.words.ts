/** Where a step leads that names no state. */
export const stepTargets = { same: '同一状态', before: '原状态' } as const;
