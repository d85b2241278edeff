import type { LandView, PaperViews } from '#papers';
import { termsAgreed } from '../agreed.js';
import { dealView } from '../deal.view.js';
import type { PartyOnPaper } from './paper-parties.service.js';
import type { TransferFacts } from '../transfer.facts.js';

interface Sides {
  grantor: PartyOnPaper;
  transferee: PartyOnPaper;
  issuer: string;
}

/** 转出申请书和受让申请书 in one, with all that both forms ask for. */
export function applicationView(
  facts: TransferFacts,
  { grantor, transferee, issuer }: Sides,
  land: LandView,
): PaperViews['application'] {
  const { record } = facts;
  return {
    ...dealView(facts),
    ...land,
    transferorId: grantor.number,
    transferorPhone: grantor.phone,
    transferorAddress: grantor.address,
    transfereeId: transferee.number,
    transfereeKind: record.transfereeKind,
    transfereePhone: transferee.phone,
    transfereeAddress: transferee.address,
    issuer,
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

/** What may be said of consent on the day of the application: it may come until the preliminary review. */
function consentState({ record, consents, decision, decided }: TransferFacts) {
  const asked = consents.flatMap((each) => each.members.filter((member) => member.coRight));
  return {
    decided: record.kind === 'collective' && decided !== null && decision.length === 0,
    missingConsents: asked.filter((member) => !member.consented).length,
  };
}
