import { type Actor, formatDay, formatYuan, maskName } from '#kernel';
import { inForce, mandatePowers } from '#parties';
import { isTheirs } from './consent-sections.view.js';
import { mandateFaults } from '../mandate.rules.js';
import type { TransferFacts } from '../transfer.facts.js';

/** The letters of a case's transferors: who may act for whom, in what, and until when. */
export function mandateChecks(facts: TransferFacts, reader: Actor): object[] {
  const own = new Set(facts.consents.filter((each) => isTheirs(each, reader)).map((each) => each.householdId));
  return facts.mandates.map((mandate) => {
    const whole = own.has(mandate.principalId);
    const [fault] = mandateFaults(facts, mandate, facts.today, false);
    const price = mandate.minimumPriceFen === null ? '' : `，每亩每年不低于 ${formatYuan(mandate.minimumPriceFen)} 元`;
    const name = (text: string): string => (whole ? text : maskName(text.replace(/户$/, '')));
    const powers = `${mandatePowers[mandate.powers]}${whole ? price : ''}，到 ${formatDay(mandate.validTo)}。`;
    return {
      title: `${name(mandate.principalName)}委托${name(mandate.agentName)}`,
      result: fault ? 'no' : inForce(mandate, facts.today) ? 'yes' : '',
      text: fault ? `${fault.text}` : powers,
      way: reader.kind === 'staff' ? { href: `/files/${mandate.evidenceFileId}`, label: '看委托书' } : null,
      article: fault?.article ?? '流转办法第8条',
    };
  });
}
