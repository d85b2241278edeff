import { type Config, ConfigError } from '../config.js';
import type { Database } from '../database.js';
import { unseal } from './secrets.js';

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
    throw new ConfigError(
      'SECRET_KEY 不是这个数据库用的那一把：里面的身份证号、电话和动态口令打不开。请用备份时保存的那一把（见 docs/operations.md）。',
    );
  }
}
