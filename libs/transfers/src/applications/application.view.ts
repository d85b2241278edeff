import { transfereeKinds } from '#kernel';
import type { LandView, PaperViews } from '#papers';
import { termsAgreed } from './agreed.js';
import { dealView } from '../papers/deal.view.js';
import type { PartyOnPaper } from '../papers/paper-parties.service.js';
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
    transfereeKind: transfereeKinds[record.transfereeKind],
    transfereePhone: transferee.phone,
    transfereeAddress: transferee.address,
    issuer,
    households: record.kind === 'contracted' ? `${record.householdCount} 户` : '无，集体没有发包的地',
    member: !facts.outsider,
    encumbrance: mortgagesText(facts),
    declared: record.declared ?? { lease: '', dispute: '', credit: '' },
    consent: consentState(facts),
    retransfer: false,
    terms: termsAgreed(facts, 'application'),
    ability: record.ability,
    project: record.crops,
    attachments: [],
  };
}

/** 权利负担：every live mortgage, whether or not its mortgagee has agreed. */
function mortgagesText({ land }: TransferFacts): string {
  if (land.mortgages.length === 0) return '无';
  return land.mortgages
    .map((each) => `抵押给${each.mortgageeName}，${each.consented ? '已书面同意' : '还没有书面同意'}`)
    .join('；');
}

/** What may be said of consent on the day of the application: it may come until the preliminary review. */
function consentState({ record, consents, decision, decided }: TransferFacts): string {
  if (record.kind === 'collective')
    return decided && decision.length === 0 ? '集体已按规定决议' : '集体决议和批准在初审以前补齐';
  const asked = consents.flatMap((each) => each.members.filter((member) => member.coRight));
  const missing = asked.filter((member) => !member.consented).length;
  return missing === 0 ? '承包方家庭共有人都已书面同意' : `承包方家庭共有人还有 ${missing} 人没有同意，初审以前补齐`;
}
