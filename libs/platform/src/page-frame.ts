import type { Actor } from '#kernel';
import type { FormMemory } from './template-helpers.js';
import { menus } from './menu.words.js';

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

/** The menu of a person: six short items at the most, so that it fits a phone. */
export function menuFor(actor: Actor, path: string): PageFrame['menu'] {
  const menu = menus[actor.kind === 'staff' || actor.kind === 'party' ? actor.kind : 'public'];
  const entries = menu.filter(({ posts }) => !posts || actor.posts.some((held) => posts.includes(held.post)));
  const best = entries.filter((entry) => path === entry.href || path.startsWith(`${entry.href}/`));
  const current = best.toSorted((left, right) => right.href.length - left.href.length)[0];
  return entries.map((entry) => ({ href: entry.href, label: entry.label, current: entry === current }));
}
