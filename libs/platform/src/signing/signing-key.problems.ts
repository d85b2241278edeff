import { problem } from '#kernel';

export const signingKeyProblems = {
  changed: problem(
    'signing-key-changed',
    409,
    '刚才已经换过签名密钥',
    '新的密钥十秒以内启用，启用以后还要再换的，再换一次。',
  ),
};
