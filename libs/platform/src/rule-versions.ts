import { requestContext } from './request-context.js';
import { isTransaction, type Tx, type Reader } from './transaction.js';

/** By which calendar and which parameters one counts: numbers that every change of them raises. */
interface RuleVersions {
  calendar: number;
  parameters: number;
}

const asked = new WeakMap<object, Promise<RuleVersions>>();

/** With a parameter, so that it is planned once on a connection: every act asks it. */
const versionsSql = `SELECT (SELECT coalesce(max(id), $1) FROM calendar_version) AS calendar,
  (SELECT coalesce(max(id), $1) FROM parameter_value) AS parameters`;

/** One act lives by one version of the rules, and so does one page: each asks once, for the calendar and the parameters alike. */
export function ruleVersions(reader: Reader | Tx): Promise<RuleVersions> {
  const life = isTransaction(reader) ? reader : readingRequest();
  const known = life && asked.get(life);
  if (known) return known;
  const versions = reader
    .query(versionsSql, [0])
    .then((rows: RuleVersions[]) => rows[0] ?? { calendar: 0, parameters: 0 });
  if (life) asked.set(life, versions);
  return versions;
}

/** A request that changes nothing. */
function readingRequest(): object | null {
  const request = requestContext.getStore();
  return request?.reads ? request : null;
}

/** What the transaction has changed itself it reads anew. */
export function askVersionsAnew(tx: Tx): void {
  asked.delete(tx);
}
