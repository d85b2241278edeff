/** What the desk calls a deposit. */
export const depositWork = '风险保障金';
