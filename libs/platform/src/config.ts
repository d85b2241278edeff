import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import type { PasswordProfile } from './access/passwords.js';
import type { Environment } from './environment.js';
import { firstCounty } from './config.words.js';

/** Thrown before the server starts: which setting is missing or wrong, and what to do. */
export class ConfigError extends Error {}

/** Everything the environment decides, read once. Names are listed in `.env.example`. */
export interface Config {
  mode: 'training' | 'live';
  port: number;
  host: string;
  /** Null: the embedded PostgreSQL under `stateFolder` is used. */
  databaseUrl: string | null;
  /** Where the tables are made, straight at PostgreSQL where `databaseUrl` leads to a pooler. */
  migrationUrl: string | null;
  /** Role the server works under; it may not delete history. Empty: the owner's own role. */
  databaseRole: string;
  poolSize: number;
  stateFolder: string;
  filesFolder: string;
  /** Seals identity numbers and phones (AES-256-GCM, HMAC index). 32 bytes. */
  secretKey: Buffer;
  /** Address the public types, printed in QR codes. */
  publicUrl: string;
  /** Whose X-Forwarded-For is believed: so many reverse proxies in a row, or those of these addresses; `false`: nobody's. */
  trustProxy: false | number | string[];
  /** The clock runs in this process; `false` where `apps/clock` runs on its own. */
  clockInside: boolean;
  /** How many made-up cases a training county plays at its first start. */
  trainingCases: number;
  /** How many made-up lots are played beside them. */
  trainingLots: number;
  trainingHouseholds: number;
  county: { code: string; name: string; short: string; phone: string; authority: string };
  /** Sign-in name of the administrator a live county must have; empty in training. */
  administrator: string;
  /** Which rules passwords follow: 等保三级 (classes, changed every 90 days) or ASVS 5.0 (length and a list of common ones). */
  passwordProfile: PasswordProfile;
  /** How fast strangers may ask: requests per minute and network; 0 switches the limit off (tests). */
  requestsPerMinute: number;
  /** How many requests are worked on at once, half of them readers; 0 switches the limit off. */
  requestsAtOnce: number;
  /** How many watch live at once in this process, and how many of them from one network; 0 switches a limit off. */
  watchersAtOnce: number;
  watchersPerNetwork: number;
  /** Address of a picture of the ground under the map of lots: {west}, {south}, {east}, {north} in degrees, {width}, {height}. Empty: none. */
  baseMap: string;
  /** Answers of public lists to programs are kept in memory while nothing changes. */
  answerCache: boolean;
}

/** Reads the settings or throws a ConfigError that names each that is missing. */
export function readConfig(env: Environment, root = process.cwd()): Config {
  const mode = env['MODE'] ?? 'training';
  if (mode !== 'training' && mode !== 'live') throw new ConfigError(`MODE must be training or live, not ${mode}.`);
  const stateFolder = resolve(root, env['STATE_FOLDER'] ?? 'var');
  if (mode === 'live') checkLive(env);
  const port = wholeNumber(env, 'PORT', 3000);
  return {
    mode,
    port,
    host: env['HOST'] ?? '127.0.0.1',
    databaseUrl: env['DATABASE_URL'] || null,
    migrationUrl: env['MIGRATION_URL'] || null,
    databaseRole: env['DATABASE_ROLE'] ?? 'exchange_server',
    poolSize: wholeNumber(env, 'POOL_SIZE', 10, 3),
    stateFolder,
    filesFolder: resolve(root, env['FILES_FOLDER'] ?? join(stateFolder, 'files')),
    secretKey: secretKey(env, stateFolder, mode),
    publicUrl: publicUrl(env['PUBLIC_URL'] || `http://127.0.0.1:${port}`, mode),
    trustProxy: trustProxy(env['TRUST_PROXY'] || 'no'),
    clockInside: env['CLOCK_INSIDE'] !== 'no',
    trainingCases: wholeNumber(env, 'TRAINING_CASES', 60),
    trainingLots: wholeNumber(env, 'TRAINING_LOTS', 60),
    trainingHouseholds: wholeNumber(env, 'TRAINING_HOUSEHOLDS', 600),
    county: {
      code: env['COUNTY_CODE'] ?? '370126',
      name: env['COUNTY_NAME'] ?? firstCounty.name,
      short: env['COUNTY_SHORT'] ?? firstCounty.short,
      phone: env['COUNTY_PHONE'] ?? '0531-0000 0000',
      authority: env['COUNTY_AUTHORITY'] ?? firstCounty.authority,
    },
    administrator: env['ADMINISTRATOR'] ?? '',
    passwordProfile: passwordProfile(env),
    requestsPerMinute: wholeNumber(env, 'REQUESTS_PER_MINUTE', 600),
    requestsAtOnce: wholeNumber(env, 'REQUESTS_AT_ONCE', 120),
    watchersAtOnce: wholeNumber(env, 'WATCHERS_AT_ONCE', 10_000),
    watchersPerNetwork: wholeNumber(env, 'WATCHERS_PER_NETWORK', 500),
    baseMap: baseMap(env['BASE_MAP'] ?? ''),
    answerCache: env['ANSWER_CACHE'] === 'yes',
  };
}

/** Readers' browsers ask it, so it is an address of its own that names what it is asked for. */
function baseMap(text: string): string {
  const names = ['west', 'south', 'east', 'north', 'width', 'height'];
  if (text === '') return '';
  if (/^https?:\/\//.test(text) && URL.canParse(text) && names.every((name) => text.includes(`{${name}}`))) return text;
  throw new ConfigError(
    `BASE_MAP must be an address with ${names.map((name) => `{${name}}`).join(', ')}, not ${text}.`,
  );
}

function passwordProfile(env: Environment): PasswordProfile {
  const name = env['PASSWORD_PROFILE'] || 'dengbao3';
  if (name !== 'dengbao3' && name !== 'asvs')
    throw new ConfigError(`PASSWORD_PROFILE must be dengbao3 or asvs, not ${name}.`);
  return name;
}

function checkLive(env: Environment): void {
  const missing = ['SECRET_KEY', 'DATABASE_URL', 'PUBLIC_URL', 'ADMINISTRATOR'].filter((name) => !env[name]);
  if (missing.length > 0) throw new ConfigError(`MODE=live needs ${missing.join(', ')}. See docs/operations.md.`);
  if (env['TZ'] !== 'Asia/Shanghai') throw new ConfigError('MODE=live needs TZ=Asia/Shanghai.');
}

/** What papers carry for decades: scheme, host and port alone. */
function publicUrl(text: string, mode: Config['mode']): string {
  const url = /^https?:\/\/[^/?#\\\s@]+\/?$/i.test(text) && URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw new ConfigError(`PUBLIC_URL must be an address like https://exchange.example, not ${text}.`);
  if (mode === 'live' && url.protocol !== 'https:')
    throw new ConfigError(`MODE=live needs a PUBLIC_URL that begins with https://, not ${text}.`);
  return url.origin;
}

/** To believe everybody would let each stranger choose his address, and with it whom the limits count. */
function trustProxy(text: string): Config['trustProxy'] {
  if (text === 'no') return false;
  if (/^[1-9]$/.test(text)) return Number(text);
  const named = text.split(',').map((each) => each.trim());
  if (named.every(isNetwork)) return named;
  throw new ConfigError(
    `TRUST_PROXY is no, the number of reverse proxies in a row (1 to 9), or their addresses (127.0.0.1, 10.0.0.0/24), not ${text}.`,
  );
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const longest = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  const fits = bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= longest);
  return longest > 0 && fits && rest.length === 0;
}

function secretKey(env: Environment, folder: string, mode: Config['mode']): Buffer {
  const given = env['SECRET_KEY'];
  if (given !== undefined && given !== '') {
    const key = Buffer.from(given, 'hex');
    if (key.length !== 32) throw new ConfigError('SECRET_KEY must be 64 hexadecimal digits (openssl rand -hex 32).');
    return key;
  }
  if (mode === 'live') throw new ConfigError('MODE=live needs SECRET_KEY.');
  const file = join(folder, 'secret.key');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
}

function wholeNumber(env: Environment, name: string, fallback: number, least = 0): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  if (!/^\d{1,9}$/.test(text)) throw new ConfigError(`${name} must be a whole number, not ${text}.`);
  if (Number(text) < least) throw new ConfigError(`${name} must be ${least} or more, not ${text}.`);
  return Number(text);
}

/** Injection token of the settings. */
export const CONFIG = Symbol('config');
