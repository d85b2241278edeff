/** A post (岗) is what a person may do; it is held in an office, and one person may hold several. */
export const posts = {
  village_clerk: { label: '村信息汇总岗', level: 'village' },
  town_clerk: { label: '镇受理岗', level: 'town' },
  town_reviewer: { label: '镇初审岗', level: 'town' },
  town_surveyor: { label: '镇调查岗', level: 'town' },
  town_finance: { label: '镇金融部', level: 'town' },
  town_trade: { label: '镇交易部', level: 'town' },
  town_coordination: { label: '镇协调部', level: 'town' },
  town_information: { label: '镇公开咨询室', level: 'town' },
  county_reviewer: { label: '县中心审核岗', level: 'county' },
  county_certifier: { label: '县中心发证岗', level: 'county' },
  county_director: { label: '县中心负责人', level: 'county' },
  county_information: { label: '县公开岗', level: 'county' },
  county_administrator: { label: '系统管理员', level: 'county' },
  supervisor: { label: '监管岗', level: 'county' },
  applicant: { label: '申请人', level: 'party' },
  clock: { label: '时钟', level: 'clock' },
  public: { label: '公众', level: 'public' },
} as const satisfies Record<
  string,
  { label: string; level: 'village' | 'town' | 'county' | 'party' | 'clock' | 'public' }
>;

/** Key of a post, as workflow rows name it. */
export type Post = keyof typeof posts;

/** Posts of those who work for an office. */
export const staffPosts = (Object.keys(posts) as Post[]).filter((post) =>
  ['village', 'town', 'county'].includes(posts[post].level),
);

/** One post held in one office; the office is a 12-digit division code. */
export interface HeldPost {
  post: Post;
  officeCode: string;
}

/** Who is acting: a member of staff, a party to cases, the clock, or nobody we know. */
export interface Actor {
  kind: 'staff' | 'party' | 'clock' | 'public';
  accountId: string | null;
  name: string;
  posts: readonly HeldPost[];
  /** The party this account speaks for, if it is a party's account. */
  partyId: string | null;
  /** Set while a clerk acts for a person who stands at the counter; every act is then marked as assisted. */
  assisting: { sessionId: string; partyId: string; name: string; witness: string } | null;
}

/** The clock itself, as the actor of steps that time alone takes. */
export const clockActor: Actor = {
  kind: 'clock',
  accountId: null,
  name: '时钟',
  posts: [{ post: 'clock', officeCode: '' }],
  partyId: null,
  assisting: null,
};

/** Somebody who has not signed in. */
export const publicActor: Actor = {
  kind: 'public',
  accountId: null,
  name: '公众',
  posts: [{ post: 'public', officeCode: '' }],
  partyId: null,
  assisting: null,
};

/** Whether the actor holds one of these posts, wherever. */
export function holds(actor: Actor, ...wanted: Post[]): boolean {
  return actor.posts.some((held) => wanted.includes(held.post));
}

/** The party whose will an act expresses: the party that signed in, or the one a clerk is assisting. */
export function speaksFor(actor: Actor): string | null {
  return actor.assisting?.partyId ?? actor.partyId;
}
