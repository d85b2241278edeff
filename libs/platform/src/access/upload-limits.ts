/** Megabytes of files one request may carry together: a stranger's evidence, or a survey's photos and a register's sheets. */
export const uploadLimits = { stranger: 25, known: 120 } as const;
