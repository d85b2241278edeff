import { type Post, posts } from '#kernel';
import { ChoiceField, TextField } from '#platform';

/** Posts that a person is appointed to, with the words for them. */
const officePosts = Object.fromEntries(
  Object.entries(posts)
    .filter(([, { level }]) => level === 'village' || level === 'town' || level === 'county')
    .map(([post, { label }]) => [post, label]),
);
const office = {
  length: [2, 40],
  hint: '县、镇街，或镇街加村，例如：殷巷镇李家桥村',
  refusal: '请填单位，例如：殷巷镇，或殷巷镇李家桥村',
} as const;

export class AccountOpening {
  @TextField('姓名', { named: 'person', length: [2, 40], refusal: '请填姓名' }) name: string;

  @TextField('登录名', {
    ...{ length: [2, 64], pattern: /^[\p{L}\d][\p{L}\d._-]{1,63}$/u, hint: '工号或拼音，不要用身份证号' },
    refusal: '登录名用 2 到 64 个字母、数字或汉字',
  })
  login: string;

  @ChoiceField('岗位', officePosts, { refusal: '请选岗位' }) post: Post;
  @TextField('单位', office) office: string;
  /** Why it is opened; the second person decides by it. */
  @TextField('为什么开', { optional: true, unasked: true, length: [0, 200] }) reason: string = '';
}

/** Why somebody starts again; the second person decides by it. */
export class Restarting {
  @TextField('重发初始密码的原因', {
    ...{ length: [2, 200], hint: '怎么认出是本人，例如：手机丢了，本人带身份证来办' },
    refusal: '写明原因，怎么认出是本人，例如：手机丢了，本人带身份证来办',
  })
  reason: string;
}

export class Appointment {
  @ChoiceField('岗位', officePosts, { refusal: '请选岗位' }) post: Post;
  @TextField('单位', office) office: string;
}
