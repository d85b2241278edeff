import { letter } from '#papers';
import { termsAgreed } from '../agreed.js';
import { keptTerms } from '../kept-terms.js';
import { dealView } from '../deal.view.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { PartyOnPaper } from './paper-parties.service.js';
import type { Around } from './transfer-papers.service.js';

/** 流转申请书: 转出申请书和受让申请书 in one, with all that both forms ask for. */
export const application = letter(
  'application',
  { title: '土地经营权流转申请书', word: '农申', by: 'town', kept: keptTerms, edition: 2 },
  askedFor,
);

async function askedFor(facts: TransferFacts, around: Around) {
  const { record } = facts;
  const transferee = await around.party(record.transfereeId);
  const grantors = [...(await around.grantors()).values()];
  const grantor = grantors[0] ?? transferee;
  return {
    ...dealView(facts),
    ...(await around.land()),
    transferorId: grantor.number,
    transferorPhone: grantor.phone,
    transferorAddress: grantor.address,
    grantorParties: grantors.length > 1 ? grantors.map(inTable) : null,
    transfereeId: transferee.number,
    transfereeKind: record.transfereeKind,
    transfereePhone: transferee.phone,
    transfereeAddress: transferee.address,
    issuer: await around.issuer(),
    householdCount: record.kind === 'contracted' ? record.householdCount : null,
    member: !facts.outsider,
    mortgages: facts.land.mortgages.map(({ mortgageeName: mortgagee, consented }) => ({ mortgagee, consented })),
    declared: record.declared ?? { lease: '', dispute: '', credit: '' },
    ...consentState(facts),
    retransfer: false,
    terms: termsAgreed(facts, 'application'),
    ability: record.ability,
    project: record.crops,
    attachments: [],
  };
}

/** One of several households that let their land together（承包法第三十九条、第四十条第一项）. */
const inTable = ({ name, number: id, representative, address, phone }: PartyOnPaper) => ({
  ...{ name, id, representative, address, phone },
});

/** What may be said of consent on the day of the application: it may come until the preliminary review. */
function consentState({ record, consents, decision, decided }: TransferFacts) {
  const asked = consents.flatMap((each) => each.members.filter((member) => member.coRight));
  return {
    decided: record.kind === 'collective' && decided !== null && decision.length === 0,
    missingConsents: asked.filter((member) => !member.consented).length,
  };
}
