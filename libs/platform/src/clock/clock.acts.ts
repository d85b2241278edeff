/** What is said when the training clock was moved, and what the history calls it. */
export const clockSaid = { forward: '拨演练时钟', moved: '时钟拨好了，该到期的都到期了。' } as const;
