import { Transform } from 'class-transformer';
import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

const text = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** Signing in. The code is left empty by parties and at the very first sign-in. */
export class SignIn {
  @text
  @IsString({ message: '请填登录名' })
  @Length(1, 64, { message: '请填登录名' })
  login!: string;

  @IsString({ message: '请填密码' })
  @Length(1, 256, { message: '请填密码' })
  password!: string;

  @IsOptional()
  @text
  @IsString()
  @MaxLength(20, { message: '验证码是六位数字' })
  code: string = '';

  @IsOptional()
  @IsString()
  @MaxLength(500)
  next: string = '';
}

/** A second factor given once more. */
export class Confirmation {
  @text
  @IsString({ message: '请填验证码' })
  @Length(1, 256, { message: '请填验证码' })
  proof!: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  next: string = '';
}

export class PasswordChange {
  @IsString({ message: '请填原来的密码' })
  @Length(1, 256, { message: '请填原来的密码' })
  oldPassword!: string;

  @IsString({ message: '请填新密码' })
  @Length(1, 256, { message: '请填新密码' })
  newPassword!: string;
}

export class Binding {
  @text
  @IsString({ message: '请填六位验证码' })
  @Matches(/^[\d ]{6,7}$/, { message: '验证码是六位数字' })
  code!: string;
}
