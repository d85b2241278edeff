/** What is said when an application was written in one piece. */
export const applicationSaid = { drafted: '草稿存好了，还没有提交。', revised: '改好了。' } as const;
