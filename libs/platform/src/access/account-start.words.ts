/** What the desk calls an account that waits for the second person, and what was asked for it. */
export const accountStartWords = { label: '账号起用', open: '起用新账号', restart: '重发初始密码' } as const;
