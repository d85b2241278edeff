import { termExceedsYears, termMonths } from '#kernel';
import { isNone } from '../applications/declared.js';
import { reservationWarning } from '../reservation.rules.js';
import type { TransferFacts } from '../transfer.facts.js';

/** Not a blocker: what the page warns of (民法典第705条 is disputed for management rights). */
export function warnings(facts: TransferFacts): string[] {
  const years = facts.parameters.longTermWarnYears;
  const long = termExceedsYears(facts.term, years)
    ? [`期限超过 ${years} 年：超过部分是否有效有争议（民法典第705条）。`]
    : [];
  const banks = facts.renews?.mortgagees ?? [];
  const { lease = '无', credit = '无' } = facts.record.declared ?? {};
  const said = [
    ...(isNone(lease) ? [] : [`申明地上有租约：${lease}。原来的承租人的权利要先弄清楚（民法典第725条）。`]),
    ...(isNone(credit) ? [] : [`申明受让方有失信、诉讼记录：${credit}。`]),
  ];
  return [
    ...said,
    ...long,
    ...reservationWarning(facts),
    ...certificateWarning(facts),
    ...banks.map(
      (name) => `原来的经营权抵押给${name}：续期告知书送抵押权人；抵押不自动转到续期的权利上（承包法第47条）。`,
    ),
  ];
}

/** Said from the draft on, so that nobody waits for a certificate that will not come. */
const certificateWarning = ({ term, parameters }: TransferFacts): string[] =>
  termMonths(term) < parameters.certificateMinYears * 12
    ? [`期限不到 ${parameters.certificateMinYears} 年，按县里规定不发证书，只登记权利。`]
    : [];
