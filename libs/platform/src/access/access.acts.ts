/** What is said when something was done with one's own account. */
export const accessSaid = {
  signedIn: '已登录。',
  unready: '请先把账号设置好。',
  signedOut: '已退出。',
  ended: '那里已经退出。',
  passwordChanged: '密码已改，其他地方的登录都已退出。',
  confirmed: '核对过了。刚才填的还在，请再按一次。',
} as const;
