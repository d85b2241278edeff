import { SecretField, TextField } from '../fields/fields.js';
import type { PasswordProfile } from './passwords.js';

const code = { digits: true, auto: 'one-time-code' } as const;
/** Where the person came from. */
const next = { optional: true, unasked: true, length: [0, 500] } as const;

/** Signing in. The code is left empty by parties and at the very first sign-in. */
export class SignIn {
  @TextField('账号', {
    length: [1, 64],
    hint: '工作人员用工号，老百姓用手机号',
    auto: 'username',
    refusal: '请填登录名',
  })
  login!: string;

  @SecretField('密码', { refusal: '请填密码' }) password!: string;

  @TextField('动态码（工作人员填）', {
    ...{ ...code, optional: true, length: [0, 20], hint: '手机验证器上的 6 位数字。没有绑过的不填' },
    refusal: '验证码是六位数字',
  })
  code: string = '';

  @TextField('办完去哪里', next) next: string = '';
}

/** A second factor given once more: the code, or the password where no code is bound. */
export class Confirmation {
  @TextField('动态码', { ...code, length: [1, 256], hint: '手机验证器上的 6 位数字', refusal: '请填验证码' })
  proof!: string;
  @TextField('办完去哪里', next) next: string = '';
}

/** What the form says beside the new password. */
export const passwordHints: Readonly<Record<PasswordProfile, string>> = {
  dengbao3: '至少 12 位，大写、小写、数字、符号要有三类；工作人员每 90 天换一次',
  asvs: '至少 12 位，可以用一句话；不要用常见的密码',
};

export class PasswordChange {
  @SecretField('原来的密码', { refusal: '请填原来的密码' }) oldPassword!: string;
  @SecretField('新密码', { auto: 'new-password', refusal: '请填新密码' }) newPassword!: string;
}

export class Binding {
  @TextField('验证码', {
    ...{ ...code, length: [6, 7], pattern: /^[\d ]{6,7}$/, hint: '每 30 秒换一个', refusal: '验证码是六位数字' },
  })
  code!: string;
}
