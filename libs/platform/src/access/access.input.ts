import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { type Post, posts } from '#kernel';

const text = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const officePosts = Object.entries(posts)
  .filter(([, { level }]) => level === 'village' || level === 'town' || level === 'county')
  .map(([post]) => post);

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

export class AccountOpening {
  @text
  @Matches(/^[\p{L}\d][\p{L}\d._-]{1,63}$/u, { message: '登录名用 2 到 64 个字母、数字或汉字' })
  login!: string;

  @text
  @IsString()
  @Length(2, 40, { message: '请填姓名' })
  name!: string;

  @IsIn(officePosts, { message: '请选岗位' })
  post!: Post;

  @text
  @Matches(/^[1-9]\d{11}$/, { message: '请填单位的 12 位区划代码' })
  officeCode!: string;
}

export class Appointment {
  @IsIn(officePosts, { message: '请选岗位' })
  post!: Post;

  @text
  @Matches(/^[1-9]\d{11}$/, { message: '请填单位的 12 位区划代码' })
  officeCode!: string;
}

export class AccountSearch {
  @IsOptional()
  @text
  @IsString()
  @MaxLength(64)
  after: string = '';

  @IsOptional()
  @text
  @IsString()
  @MaxLength(40)
  q: string = '';
}

/** A form that only says yes. */
export class Nothing {}
