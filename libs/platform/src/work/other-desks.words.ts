import type { Actor, Post } from '#kernel';

const endings: readonly Post[] = [
  'town_clerk',
  'town_trade',
  'town_finance',
  'county_reviewer',
  'county_director',
  'supervisor',
];

/** Pages beside the desk: lists and registers of one noun, by the posts that live in them. */
const places: readonly { posts: readonly Post[]; href: string; label: string }[] = [
  { posts: endings, href: '/desk/ending', label: '快到期的' },
  { posts: endings, href: '/desk/land-out', label: '没有交还的' },
  { posts: ['town_surveyor'], href: '/inspections', label: '实地调查' },
  { posts: ['town_finance', 'county_director'], href: '/deposits', label: '风险保障金' },
  { posts: ['town_finance', 'county_reviewer'], href: '/encumbrances', label: '抵押记录' },
  {
    posts: ['village_clerk', 'town_clerk', 'town_reviewer', 'town_trade', 'town_finance', 'county_reviewer'],
    href: '/register',
    label: '登记簿',
  },
  {
    posts: ['town_clerk', 'town_trade', 'county_reviewer', 'county_certifier', 'county_director', 'supervisor'],
    href: '/papers',
    label: '文书',
  },
  { posts: ['town_coordination', 'town_information', 'county_reviewer'], href: '/cases', label: '异议' },
  {
    posts: ['town_coordination', 'town_trade', 'county_reviewer', 'county_administrator'],
    href: '/register/changes',
    label: '登记簿变更',
  },
  { posts: ['county_reviewer', 'county_director', 'supervisor'], href: '/barrings', label: '违约禁入' },
  { posts: ['county_certifier'], href: '/certificates', label: '证书' },
  { posts: ['county_administrator'], href: '/accounts', label: '账号' },
  { posts: ['county_administrator'], href: '/parameters', label: '参数' },
  { posts: ['county_administrator'], href: '/signing-keys', label: '签名密钥' },
  { posts: ['county_administrator'], href: '/escrow-accounts', label: '保障金专户' },
  { posts: ['county_administrator'], href: '/calendar', label: '日历' },
  { posts: ['county_administrator'], href: '/register/imports', label: '登记簿导入' },
  { posts: ['county_administrator', 'county_director', 'supervisor'], href: '/clients', label: '接入程序' },
  { posts: ['county_director', 'supervisor'], href: '/director', label: '县里情况' },
  { posts: ['village_clerk'], href: '/assisted/new', label: '代办' },
  { posts: ['village_clerk'], href: '/board-photos', label: '拍公示栏' },
  { posts: ['town_information', 'county_information'], href: '/board-photos', label: '等凭证的屏幕' },
  { posts: ['town_information', 'county_information'], href: '/screens', label: '大厅屏幕' },
];

/** Links to them, the present one marked. */
export function otherDesks(me: Actor, here = '/desk'): { href: string; label: string; current: boolean }[] {
  const mine = places.filter((place) => me.posts.some((held) => place.posts.includes(held.post)));
  return [
    { href: '/desk', label: '待办', current: here === '/desk' },
    ...mine.map(({ href, label }) => ({ href, label, current: href === here })),
  ];
}
