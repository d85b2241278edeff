import { ConfigError } from './config.js';
import type { Database } from './database.js';
import { sessionSettings } from './data-source.js';
import { startFaults } from './operation.problems.js';

interface Opened {
  owner: string;
  database: string;
  role: string;
  zone: string;
  timeout: number;
}

/**
 * A pooler between us and PostgreSQL may drop what a connection asks for at its start; the server would then silently work
 * as the owner, who may delete history, in another time zone and without a limit. Better not to open.
 */
export async function refuseUnfitSession(database: Database, role: string): Promise<void> {
  const [opened] = await database.ask<Opened & Record<string, unknown>>(
    `SELECT session_user::text AS owner, current_database()::text AS database, current_user::text AS role,
       current_setting('TimeZone') AS zone, (SELECT setting::int FROM pg_settings WHERE name = 'statement_timeout') AS timeout`,
  );
  if (!opened) return;
  const { timeZone, statementTimeoutMs } = sessionSettings;
  const wrong = [
    ...(role === '' || opened.role === role ? [] : [startFaults.role(role, opened.role)]),
    ...(opened.zone === timeZone ? [] : [startFaults.zone(timeZone, opened.zone)]),
    // A stricter limit is the operator's to set; none at all, or a longer one, is not.
    ...(opened.timeout > 0 && opened.timeout <= statementTimeoutMs
      ? []
      : [startFaults.limit(statementTimeoutMs, opened.timeout)]),
  ];
  if (wrong.length === 0) return;
  const place = `ALTER ROLE "${opened.owner}" IN DATABASE "${opened.database}" SET`;
  const orders = [
    ...(role === '' ? [] : [`  ${place} role = '${role}';`]),
    `  ${place} "TimeZone" = '${timeZone}';`,
    `  ${place} statement_timeout = '${statementTimeoutMs}';`,
  ];
  throw new ConfigError(startFaults.session(wrong, orders));
}
