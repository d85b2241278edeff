import { type Blocker, type Day, type Term, blocker, formatDay } from '#kernel';
import type { MortgageObject } from './encumbrances.queries.js';

/** Everything that stands against a mortgage on a contract or a right. */
export function mortgageBlockers(object: MortgageObject, term: Term, rankKnown: boolean): Blocker[] {
  return [ofForce(object), ofPlots(object), ofTerm(object, term.end), ofRank(object, rankKnown)].flatMap((each) =>
    each ? [each] : [],
  );
}

/** An ended or terminated flow cannot be encumbered. */
function ofForce({ status }: MortgageObject): Blocker | undefined {
  return status === 'active'
    ? undefined
    : blocker('right-in-force', '这项土地经营权的流转还没有办结，或者已经终止，不能抵押。', '农村土地承包法第四十七条');
}

/** 自留地不得抵押（民法典第三百九十九条第二项）。 */
function ofPlots({ privatePlots }: MortgageObject): Blocker | undefined {
  return privatePlots === 0
    ? undefined
    : blocker('no-private-plot', `里面有 ${privatePlots} 块自留地，自留地不能抵押。`, '民法典第三百九十九条第二项');
}

/** Secured for no longer than the right itself lasts. */
function ofTerm({ endsOn }: MortgageObject, last: Day): Blocker | undefined {
  return last <= endsOn
    ? undefined
    : blocker('within-right', `抵押到 ${formatDay(last)}，超过了权利的最后一天 ${formatDay(endsOn)}。`, '银发〔2016〕79号；承包法第四十七条'); // prettier-ignore
}

/** 同一财产再抵押，按登记先后受偿（民法典第四百一十四条）：whoever comes second knows it. */
function ofRank({ live }: MortgageObject, known: boolean): Blocker | undefined {
  if (live.length === 0 || known) return undefined;
  const names = live.map((each) => each.mortgageeName).join('、');
  return blocker('rank-known', `已经抵押给${names}，要写明后一位抵押权人知道顺位。`, '民法典第四百一十四条');
}
