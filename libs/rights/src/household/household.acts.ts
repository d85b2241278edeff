import type { Actor, Post } from '#kernel';
import { type ActHead, type ActPath, type RecordForm, doneView, recordActs } from '#platform';
import { HouseholdDesk } from './household-desk.service.js';
import { type HouseholdFacts, memberOf } from './household.facts.js';
import {
  HouseholdEndInput,
  MemberCorrectionInput,
  MemberCountInput,
  MemberEndInput,
  MemberInput,
} from './household.input.js';

/** Who keeps the register of people: the desk that farmers come to, and the county's reviewers. */
export const householdPosts = ['town_clerk', 'county_reviewer'] as const satisfies Post[];

const standing = ({ record }: HouseholdFacts): boolean => record.endedOn === null;

/** What is done with the people of a household, each with its proof (承包法第十六条、第二十四条). */
export const householdActs = recordActs('register/households', 'household', {
  readers: householdPosts,
  head,
  gives: doneView,
  helps: {
    add_member: {
      ...{ noun: 'members', by: HouseholdDesk, asks: MemberInput, label: '添家庭成员', press: '添上' },
      text: ['凭户口簿、证件或者村集体的证明添。没有居民身份证的，写证件种类和号码；证件还没有的，号码留空。'],
      when: standing,
      said: '添上了。',
    },
    correct_member: {
      ...{ noun: 'members/:member/correction', by: HouseholdDesk, asks: MemberCorrectionInput },
      ...{ label: '改这个人', press: '改好' },
      form: memberCorrection,
      when: standing,
      said: '改好了。',
    },
    end_member: {
      ...{ noun: 'members/:member/end', by: HouseholdDesk, asks: MemberEndInput },
      ...{ label: '不再是这一户的人', press: '记下', tone: 'grave' },
      text: ['妇女结婚、离婚、丧偶，在新的居住地没有取得承包地的，原来的承包地不收，还是这一户的人（承包法第31条）。'],
      form: memberEnd,
      when: standing,
      said: '记下了。',
    },
    count: {
      ...{ noun: 'member-count', by: HouseholdDesk, asks: MemberCountInput, label: '改登记的成员数', press: '改好' },
      form: ({ record }) => ({ values: { count: record.memberCount } }),
      when: standing,
      said: '改好了。',
    },
    end: {
      ...{ noun: 'end', by: HouseholdDesk, asks: HouseholdEndInput, label: '这一户没有成员了', press: '记下' },
      text: ['所有成员都不在了才这样记。记下以后没有人可以同意流转，正在办的案件办不下去；已经生效的流转照旧。'],
      confirm: '记下以后，这一户不再添人，也不能再流转。',
      tone: 'grave',
      when: standing,
      said: '记下了。',
    },
  },
});

function head({ record }: HouseholdFacts): ActHead {
  const href = `/register/households/${record.id}`;
  return {
    trail: { href, label: record.name },
    facts: [{ label: '承包方代码', value: record.contractorCode, href: '' }],
    back: { href, label: '回这一户' },
  };
}

function memberCorrection(facts: HouseholdFacts, _me: Actor, at: ActPath): RecordForm {
  const { name, identityKind, relation, coRight, noteCode: note } = memberOf(facts, at);
  return { title: name, values: { name, identityKind, relation, coRight, note } };
}

/** Who speaks for the household next is asked of none but who speaks for it now. */
function memberEnd(facts: HouseholdFacts, _me: Actor, at: ActPath): RecordForm {
  const { personId: own, name: title } = memberOf(facts, at);
  const rest = facts.members.filter(({ personId }) => personId !== own);
  return {
    title,
    choices: { representative: Object.fromEntries(rest.map(({ personId, name }) => [personId, name])) },
    ...(facts.record.representativeId === own
      ? {}
      : { fields: (drawn) => drawn.filter(({ name }) => name !== 'representative') }),
  };
}

/** Who may do so at all. */
export const keepsHouseholds = (me: Actor): boolean =>
  me.kind === 'staff' && me.posts.some(({ post }) => (householdPosts as readonly Post[]).includes(post));
