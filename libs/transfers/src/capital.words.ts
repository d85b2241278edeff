/** What the history calls the authority's decision. */
export const capitalLabels = { approved: '社会资本审批：批准', refused: '社会资本审批：不批准' } as const;
