import { type ActHead, recordActs } from '#platform';
import { kindOf } from './letter.js';
import { mayDecidePrints, registerView } from './paper.view.js';
import { PrintDecisionInput, PrintInput, SignedCopyInput } from './print.input.js';
import { PrintsService, mayPrint } from './prints.service.js';
import { SignedCopies } from './signed-copies.service.js';
import type { PaperFacts } from './paper.entity.js';

/** What is done with a paper that was issued. Its forms stand on the page of its copies. */
export const paperActs = recordActs('papers', 'paper', {
  head,
  gives: registerView,
  helps: {
    print: {
      ...{ noun: 'prints', listed: true, by: PrintsService, asks: PrintInput, here: true },
      label: '登记打印',
      when: mayPrint,
    },
    decide: {
      ...{ noun: 'prints/requests/:request/decision', by: PrintsService, asks: PrintDecisionInput },
      label: '批超次打印',
      when: (_facts: PaperFacts, me) => mayDecidePrints(me),
    },
    scan: {
      ...{ noun: 'scans', by: SignedCopies, asks: SignedCopyInput, here: true },
      label: '存扫描件',
      when: (_facts: PaperFacts, me) => me.kind === 'staff',
      said: '扫描件存好了。',
    },
  },
});

function head({ record }: PaperFacts): ActHead {
  const href = `/papers/${record.id}/prints`;
  const { title } = kindOf(record.kind);
  return {
    trail: { href, label: `${title}打印登记` },
    facts: [{ label: title, value: record.number, href: `/papers/${record.id}` }],
    back: { label: '回打印登记', href },
  };
}
