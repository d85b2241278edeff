import type { Actor } from '#kernel';
import { type ActHead, doneView, recordActs } from '#platform';
import type { AuctionFacts } from '../auction.facts.js';
import { Pledges } from './pledges.service.js';

/** A clerk who bids for a person present is bound to silence first. */
export const pledgeActs = recordActs('auctions', 'auction', {
  readers: ['village_clerk', 'town_clerk', 'town_information'],
  gives: doneView,
  head,
  helps: {
    pledge: {
      ...{ noun: 'pledges', by: Pledges, label: '替到场的人报价：保密', press: '看过了，我保密' },
      said: '记下了。现在可以替他报价，只看得到他的号。',
      text: [
        '替人报价，就看得到他的竞买号。结果出来以前，他是几号、报没报、报多少，不能告诉任何人，不能记下来，也不能给别的竞买人看（拍卖法第二十一条；参照法释〔2016〕18号第十八条）。',
        '一宗竞价里您只能替一个号报价。回执写明由哪个岗位、在哪里代报，打印给本人。您自己不能参加竞价（拍卖法第二十二条）。',
      ],
      confirm: '泄露的，依法追究责任；这一次确认记在案里。',
      when: (_facts: AuctionFacts, me: Actor) => me.assisting !== null,
    },
  },
});

function head({ record }: AuctionFacts, me: Actor): ActHead {
  const href = `/auctions/${record.id}`;
  return {
    trail: { href, label: record.listingNumber },
    facts: [
      { label: '哪一宗', value: record.place, href },
      { label: '替谁', value: me.assisting?.name ?? '', href: '' },
    ],
    back: { href, label: '回竞价' },
  };
}
