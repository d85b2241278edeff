/** What is said where a start password is told. */
export const startWords = {
  newAccount: '新开账号',
  opened: '账号开好了',
  asked: '已申请重发初始密码',
  restarted: '初始密码重发了',
} as const;
