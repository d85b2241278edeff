import { problem } from '#kernel';
import { uploadLimits } from './upload-limits.js';

export const accessProblems = {
  signIn: problem('sign-in', 401, '请先登录', '这一页要登录以后才能看。太久没有操作也会自动退出，请重新登录。'),
  locked: problem(
    'sign-in-locked',
    429,
    '试错太多次，请稍后再登录',
    '只在您这个网络、对这个登录名生效；别处登录不受影响。',
  ),
  unready: problem(
    'account-unready',
    403,
    '账号还没有设置好',
    '第一次登录要先改密码，工作人员还要绑定动态口令，然后才能办事；工作人员的密码满 90 天也要换一个。',
  ),
  notYourPost: problem('not-your-post', 403, '您的岗位不办这件事', '岗位由系统管理员按任命登记。'),
  confirm: problem(
    'confirm-factor',
    403,
    '请再输一次动态码',
    '付款、看完整账号、改参数、管账号这些要紧事，办之前要重新核对是您本人。程序把动态码用 POST /api/account/confirmation 送来（proof），再重发原来的请求。',
  ),
  keyRevoked: problem(
    'key-revoked',
    401,
    '这个密钥已经停用',
    '这件事没有办。请接入单位换用新的密钥，或者找县里的系统管理员。',
  ),
  noKey: problem('key-not-found', 404, '没有这个密钥，或者已经停用'),
  readsOnly: problem('program-reads-only', 403, '这个程序只能查，不能办', '要办事的程序，另外申请能办的接入。'),
  persons: problem('persons-only', 403, '这件事要由人来办', '个人的账号、密码，和办之前要核对动态码的事，程序不能办。'),
  forged: problem(
    'cross-site',
    403,
    '这个请求不是从本网站发出的',
    '请回到本网站的页面上再办。程序请用 Authorization: Bearer，不要带浏览器的 Cookie。',
  ),
  loginTaken: problem('login-taken', 409, '这个登录名已经有人用了'),
  postHeld: problem('post-already-held', 409, '这个人已经有这个岗位'),
  postsApart: problem(
    'posts-apart',
    409,
    '这两种岗位不能是同一个人',
    '系统管理员、监管岗，和审核、发证、负责人、金融这些办业务的岗位，互相监督，一个人只能占一边。',
  ),
  ownAccount: problem('own-account', 403, '自己的账号要由别人来办', '请另一位系统管理员办。'),
  ownStart: problem('own-start', 403, '要由另一个人确认', '申请的人和账号本人都不能确认。'),
  startGone: problem(
    'start-gone',
    404,
    '没有等确认的申请',
    '可能已经有人确认过，或者过了二十四小时。请系统管理员再申请一次。',
  ),
  lastAdministrator: problem('last-administrator', 409, '不能去掉最后一个系统管理员'),
  noAccount: problem('account-not-found', 404, '没有这个账号'),
  wrongLevel: problem('post-wrong-level', 422, '这个岗位不设在这一级', '', 'post'),
  uploadTooLarge: problem(
    'upload-too-large',
    413,
    '一次传的文件太多、太大',
    `登录以后一次最多 ${uploadLimits.known} MB，没有登录的一次最多 ${uploadLimits.stranger} MB；多的请分几次传。`,
  ),
  tooFast: problem(
    'too-fast',
    429,
    '请求太密，请等一会儿',
    '同一个网络每分钟能问的次数有限。程序请按 Retry-After 等够再来。',
  ),
};

/** What a refusal says of what was typed, or of the case at hand. */
export const accessFaults = {
  signIn: '登录名、密码或验证码不对',
  proof: '不对，或者这个验证码已经用过，请等下一个',
  oldPassword: '原来的密码不对',
  samePassword: '新密码要和原来的不一样',
  code: '验证码不对，请看手机上现在的六位数',
  waits: (minutes: number): string => `请 ${minutes} 分钟后再试。`,
  otherLevel: (post: string): string => `“${post}”和这个单位的级别不合。`,
  apart: (labels: readonly string[]): string => `${labels.join('、')}不能是同一个人。`,
} as const;

/** Why a password may not be chosen. */
export const passwordFaults = {
  short: '密码至少 12 位，可以用一句话',
  long: '密码最多 128 位',
  login: '密码里不要有登录名',
  repeated: '密码里重复的字太多',
  known: '这个密码太常见，请换一个',
  kinds: '密码要有大写、小写、数字、符号中的三类',
} as const;
