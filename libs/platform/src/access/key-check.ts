import { type Config, ConfigError } from '../config.js';
import type { Database } from '../database.js';
import { unseal } from './secrets.js';
import { startFaults } from '../operation.problems.js';

/**
 * A restored database with another key would start, and then sign nobody in and open no number. Better not to start:
 * one second factor that was sealed with the right key tells.
 */
export async function refuseForeignKey(database: Database, config: Config): Promise<void> {
  const [kept] = await database.ask<{ id: string; sealed: string }>(
    'SELECT id, totp_secret AS sealed FROM account WHERE totp_secret IS NOT NULL ORDER BY made_at, id LIMIT 1',
  );
  if (!kept) return;
  try {
    unseal(config.secretKey, kept.sealed, kept.id);
  } catch {
    throw new ConfigError(startFaults.key);
  }
}
