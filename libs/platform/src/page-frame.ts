import type { Actor } from '#kernel';
import type { FormMemory } from './template-helpers.js';

/** A flash: said once, on the next page. */
export interface Flash {
  tone: 'go' | 'wait' | 'act' | 'stop' | 'info';
  title: string;
  text: string;
  /** Where the next piece of work is, after an act of an officer. */
  next?: string;
}

/** What every page's frame shows beside its view. Built by the interceptor; templates find it under `page`. */
export interface PageFrame {
  title: string;
  path: string;
  /** Where the exchange is found. */
  site: string;
  /** The one address of a page that everybody may find; '' for a page that is nobody else's business. */
  canonical: string;
  /** What such a page is about, in a sentence. */
  about: string;
  /** The same as an Atom feed; '' for most. */
  feed: string;
  county: string;
  phone: string;
  training: boolean;
  clockText: string;
  elder: boolean;
  staff: boolean;
  me: { name: string; role: string; canSignOut: boolean } | null;
  menu: readonly { href: string; label: string; current: boolean }[];
  flash: Flash | null;
  assisting: { name: string; minutesLeft: number } | null;
  wide: boolean;
  hall: boolean;
  refresh: number | null;
  /** Megabytes that one photo or scan may have, for who is reading. */
  uploadMb: number;
  query: string;
  form: FormMemory;
  /** Sent with each form that makes something, so that pressing twice makes it once. */
  once: string;
}

interface MenuEntry {
  href: string;
  label: string;
  posts?: readonly string[];
}

const publicMenu: readonly MenuEntry[] = [
  { href: '/notices', label: '看公示' },
  { href: '/verify', label: '查证书' },
  { href: '/calculator', label: '算日子' },
  { href: '/guide', label: '指南' },
  { href: '/follow', label: '进度' },
  { href: '/sign-in', label: '登录' },
];

const partyMenu: readonly MenuEntry[] = [
  { href: '/transfers', label: '我的' },
  { href: '/transfers/new', label: '申请' },
  { href: '/notices', label: '看公示' },
  { href: '/verify', label: '查证书' },
  { href: '/account', label: '账号' },
];

const staffMenu: readonly MenuEntry[] = [
  { href: '/desk', label: '待办' },
  { href: '/transfers', label: '案件' },
  { href: '/transfers/new', label: '录入', posts: ['village_clerk', 'town_clerk'] },
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

/** The menu of a person: six short items at the most, so that it fits a phone. */
export function menuFor(actor: Actor, path: string): PageFrame['menu'] {
  const menu = actor.kind === 'staff' ? staffMenu : actor.kind === 'party' ? partyMenu : publicMenu;
  const entries = menu.filter(({ posts }) => !posts || actor.posts.some((held) => posts.includes(held.post)));
  const best = entries.filter((entry) => path === entry.href || path.startsWith(`${entry.href}/`));
  const current = best.toSorted((left, right) => right.href.length - left.href.length)[0];
  return entries.map((entry) => ({ href: entry.href, label: entry.label, current: entry === current }));
}
