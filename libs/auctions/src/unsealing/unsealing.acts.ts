import { type Actor, holds } from '#kernel';
import { type ActHead, doneView, recordActs } from '#platform';
import type { UnsealingFacts } from './unsealing.facts.js';
import { UnsealingInput } from './unsealing.input.js';
import { openedNumberView } from './unsealing.view.js';
import { Unsealings } from './unsealings.service.js';

/** How the sealed joint of a number and a person is opened before the result: asked by one, opened by another. */
export const unsealingActs = recordActs('auctions', 'auction', {
  readers: ['supervisor', 'county_director'],
  gives: doneView,
  head,
  helps: {
    ask: {
      ...{ noun: 'unsealings', by: Unsealings, asks: UnsealingInput, fresh: true, posts: ['supervisor'] },
      ...{ label: '申请揭开竞买号', press: '申请', said: '申请记下了，等县负责人揭开。', tone: 'grave', last: true },
      hint: '只在查串通、冒名的时候用；两个人、有理由，结束以后告诉各方。',
      when: ({ asked }: UnsealingFacts, me: Actor) => asked === null && holds(me, 'supervisor'),
    },
    open: {
      ...{
        noun: 'unsealings/opening',
        by: Unsealings,
        fresh: true,
        posts: ['county_director'],
        gives: openedNumberView,
      },
      ...{
        label: '揭开竞买号',
        press: '揭开',
        said: '揭开了',
        tells: 'auctions/opened-number',
        tone: 'grave',
        last: true,
      },
      confirm: '揭开以后记在案里，竞价结束以后告诉参加的各方；看到的人要保密。',
      when: ({ asked }: UnsealingFacts, me: Actor) => asked !== null && holds(me, 'county_director'),
    },
  },
});

function head({ record, asked }: UnsealingFacts): ActHead {
  const href = `/auctions/${record.id}`;
  return {
    trail: { href, label: record.listingNumber },
    facts: [
      { label: '哪一宗', value: record.place, href },
      ...(asked
        ? [
            { label: '揭开哪个号', value: String(asked.number), href: '' },
            { label: '理由', value: `${asked.reason}（${asked.rule}），${asked.askedBy}`, href: '' },
          ]
        : []),
    ],
    back: { href, label: '回竞价' },
  };
}
