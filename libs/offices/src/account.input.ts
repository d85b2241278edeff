import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { type Post, posts } from '#kernel';

const text = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** Posts that a person is appointed to, with the words for them. */
export const postOptions = Object.entries(posts)
  .filter(([, { level }]) => level === 'village' || level === 'town' || level === 'county')
  .map(([value, { label }]) => ({ value, label }));
const officePosts = postOptions.map(({ value }) => value);

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
  @IsString()
  @Length(2, 40, { message: '请填单位，例如：殷巷镇，或殷巷镇李家桥村' })
  office!: string;

  @IsOptional()
  @text
  @IsString()
  @MaxLength(200)
  reason: string = '';
}

/** Why somebody starts again; the second person decides by it. */
export class Restarting {
  @text
  @IsString()
  @Length(2, 200, { message: '写明原因，怎么认出是本人，例如：手机丢了，本人带身份证来办' })
  reason!: string;
}

export class Appointment {
  @IsIn(officePosts, { message: '请选岗位' })
  post!: Post;

  @text
  @IsString()
  @Length(2, 40, { message: '请填单位，例如：殷巷镇，或殷巷镇李家桥村' })
  office!: string;
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
