/** A page that stands in a menu, and the posts that find it there. */
interface MenuEntry {
  href: string;
  label: string;
  posts?: readonly string[];
}

const publicMenu: readonly MenuEntry[] = [
  { href: '/listings', label: '找土地' },
  { href: '/notices', label: '看公示' },
  { href: '/verify', label: '查证书' },
  { href: '/guide', label: '指南' },
  { href: '/follow', label: '进度' },
  { href: '/sign-in', label: '登录' },
];

const partyMenu: readonly MenuEntry[] = [
  { href: '/transfers', label: '我的' },
  { href: '/transfers/new', label: '申请' },
  { href: '/listings', label: '找土地' },
  { href: '/notices', label: '看公示' },
  { href: '/verify', label: '查证书' },
  { href: '/account', label: '账号' },
];

const staffMenu: readonly MenuEntry[] = [
  { href: '/desk', label: '待办' },
  { href: '/transfers', label: '案件' },
  { href: '/transfers/new', label: '录入', posts: ['village_clerk', 'town_clerk'] },
  {
    href: '/listings/desk',
    label: '挂牌',
    posts: ['village_clerk', 'town_clerk', 'town_trade', 'town_reviewer'],
  },
  {
    href: '/certificates',
    label: '证书',
    posts: ['county_certifier', 'county_reviewer', 'county_director', 'supervisor'],
  },
  { href: '/notices', label: '公示' },
  {
    href: '/director',
    label: '报表',
    posts: ['county_director', 'supervisor', 'county_reviewer', 'county_administrator'],
  },
  { href: '/account', label: '账号' },
];

/** The pages that stand in the menu, by who reads. */
export const menus = { public: publicMenu, party: partyMenu, staff: staffMenu } as const;
