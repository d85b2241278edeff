import { type Actor, formatDay, holds } from '#kernel';
import { type ActPath, type RecordForm, actTable } from '#platform';
import { listingHead as head } from './listing-head.acts.js';
import { OfferLetterInput, OfferLetterRevocationInput } from './listing-letter.input.js';
import { ListingLetters, letters } from './listing-letters.service.js';
import { takesConsent } from './listing-station.service.js';
import type { ListingFacts } from './listing.facts.js';
import { listingView } from './listing.view.js';
import { listingWorkflow } from './listing.workflow.js';

const clerks = ['village_clerk', 'town_clerk'] as const;

/** Letters to agents in place of consents, household by household. */
export const listingLetterActs = actTable('listings', listingWorkflow, {
  head,
  gives: listingView,
  steps: {},
  helps: {
    power_of_attorney: {
      ...{ noun: 'powers-of-attorney', by: ListingLetters, asks: OfferLetterInput, form: signing, last: true },
      ...{ label: '登记委托书', press: '记下委托书', said: '委托书记下了，签了字的共有人算同意。', posts: clerks },
      hint: '一户共同委托一个人、一个单位的，签好的委托书扫描登记，到期自动失效。',
      text: [
        '一户一份，写明委托什么、到哪天，签了字、按了手印的才选；没有签的共有人还是要自己同意（承包法第十六条）。',
        '受托的不能是要租这宗地的一方（民法典第168条）。',
      ],
      when: (facts: ListingFacts, me: Actor) =>
        facts.holder === null && takesConsent(facts) && holds(me, ...clerks) && unsaid(facts).length > 0,
    },
    'power-of-attorney-revoked': {
      ...{
        noun: 'power-of-attorney-revocations',
        by: ListingLetters,
        asks: OfferLetterRevocationInput,
        form: standing,
      },
      ...{ label: '撤销委托书', press: '记下撤销', tone: 'grave', last: true, posts: clerks },
      hint: '委托人随时可以撤销（民法典第173条）；撤销了，签字的共有人就算没有同意。',
      said: '撤销记下了，重新同意以前不能往下办。',
      when: (facts: ListingFacts, me: Actor) =>
        takesConsent(facts) && holds(me, ...clerks) && letters(facts).length > 0,
    },
  },
});

/** Households of which somebody has said nothing yet. */
const unsaid = ({ consents }: ListingFacts): ListingFacts['consents'] =>
  consents.filter((each) => each.members.some((member) => member.coRight && !member.consented));

/** One household's people where the address names it, or all who have said nothing yet. */
function signing(facts: ListingFacts, _me: Actor, { household }: ActPath): RecordForm {
  const asked = unsaid(facts).filter((each) => household === undefined || each.householdId === household);
  const people = asked.flatMap(({ householdName, members }) =>
    members.filter((each) => each.coRight).map((each) => [each.personId, `${householdName}：${each.name}`]),
  );
  return {
    ...(household ? { values: { householdId: household } } : {}),
    choices: {
      householdId: Object.fromEntries(asked.map((each) => [each.householdId, each.householdName])),
      signers: Object.fromEntries(people) as Record<string, string>,
    },
    fields: (drawn) => {
      const first = drawn.filter(({ name }) => name === 'householdId' || name === 'signers');
      const body = drawn.filter(({ name }) => name === 'agentBody');
      return [...first, ...body, ...drawn.filter((each) => !first.includes(each) && !body.includes(each))];
    },
  };
}

function standing(facts: ListingFacts): RecordForm {
  const given = letters(facts).map(({ id, principalName, agentName, validTo }) => [
    id,
    `${principalName}给${agentName}，到${formatDay(validTo)}`,
  ]);
  return { choices: { powerOfAttorneyId: Object.fromEntries(given) as Record<string, string> } };
}
