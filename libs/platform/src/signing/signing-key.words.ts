import { codes } from '#kernel';

/** Why there is a key. */
export const causes = codes('SigningKeyCause', { first: '第一把', scheduled: '到期更换', ordered: '提前更换' });

/** What the history calls it. */
export const signingKeyActs = {
  first: '生成签名密钥',
  scheduled: '到期换签名密钥',
  ordered: '提前换签名密钥',
} as const;

/** What the document calls the parts of the keys. */
export const signingKeyLabels = {
  list: '签名密钥',
  one: '一把签名密钥',
  kid: '密钥编号',
  x: '公钥',
  signsFrom: '从什么时候起用来签名',
  signsUntil: '用到什么时候，空的还在用',
  cause: '为什么有这一把',
  reason: '提前更换的原因',
  keySet: '公钥文件',
  everyDays: '多少天换一次',
} as const;
