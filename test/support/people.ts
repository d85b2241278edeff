import { type Actor, type Day, type Post, clockActor } from '#kernel';
import { AccountsService, codeAt, hashPassword, trainingTotpSecret } from '#platform';
import { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import type { TestExchange } from './exchange.js';

/** Password of every account that a test opens. */
const password = 'Zhuang-Jia-2026';

/** Somebody whose account a test opened: over HTTP as its client or by its headers, in a service as its actor. */
export interface Clerk {
  actor: Actor;
  client: ApiClient;
  headers: { authorization?: string };
}

/** One post with its office, or several; the name is made up where none is given. */
export type Wanted = readonly [Post, string] | { readonly posts: readonly (readonly [Post, string])[]; name: string };

/**
 * Hires people beside the staff of the training county: `hire(exchange, { finance: ['town_finance', '370126101000'] })`.
 * A live exchange lets no training account in and knows no code that always fits: there `training` is false.
 */
export async function hire<Name extends string>(
  exchange: TestExchange,
  wanted: Readonly<Record<Name, Wanted>>,
  training = true,
): Promise<Record<Name, Clerk>> {
  const clerks: Partial<Record<Name, Clerk>> = {};
  for (const [key, given] of Object.entries(wanted) as [Name, Wanted][]) {
    const { posts, name } = 'posts' in given ? given : { posts: [given], name: `演${key}` };
    const held = posts.map(([post, officeCode]) => ({ post, officeCode }));
    const login = `test-${key.toLowerCase()}`;
    const accountId = await open(exchange, { login, name, kind: 'staff', posts: held, totpSecret: trainingTotpSecret });
    if (!training) await exchange.database.write('UPDATE account SET training_role = NULL WHERE id = $1', [accountId]);
    const code = training ? '000000' : codeAt(trainingTotpSecret, exchange.wall.now());
    const client = new ApiClient(exchange.app, login, { password, code });
    const actor: Actor = { kind: 'staff', accountId, name, posts: held, partyId: null, assisting: null };
    clerks[key] = { actor, client, headers: await client.headers() };
  }
  return clerks as Record<Name, Clerk>;
}

/** Opens accounts for people and bodies of the register, by the id of their party: `speakFor(exchange, { agent: id })`. */
export async function speakFor<Name extends string>(
  exchange: TestExchange,
  wanted: Readonly<Record<Name, string>>,
): Promise<Record<Name, ApiClient>> {
  const clients: Partial<Record<Name, ApiClient>> = {};
  for (const [key, partyId] of Object.entries(wanted) as [Name, string][]) {
    const login = `own-${key}`;
    const id = await open(exchange, { login, name: `演${key}`, kind: 'party', posts: [], totpSecret: null });
    await exchange.database.transaction(async (tx) => {
      // A training party may have its account already: the one opened here takes its place.
      await tx.query('UPDATE account SET party_id = NULL WHERE party_id = $1', [partyId]);
      await tx.query('UPDATE account SET party_id = $2 WHERE id = $1', [id, partyId]);
      await tx.query('UPDATE party SET account_id = $2 WHERE id = $1', [partyId, id]);
    });
    clients[key] = new ApiClient(exchange.app, login, { password, code: '' });
  }
  return clients as Record<Name, ApiClient>;
}

/** The same session as a browser carries it. */
export async function cookieOf(client: ApiClient): Promise<string> {
  return (await client.headers()).authorization?.replace('Bearer ', 'session=') ?? '';
}

let hash: Promise<string> | null = null;

type Opened = Pick<Parameters<AccountsService['openReady']>[1], 'login' | 'name' | 'kind' | 'posts' | 'totpSecret'>;

async function open(exchange: TestExchange, account: Opened): Promise<string> {
  hash ??= hashPassword(password);
  const hashed = await hash;
  const ready = { ...account, password, from: '2019-01-01' as Day, role: '演练' };
  return exchange.act(clockActor, (act) => exchange.app.get(AccountsService).openReady(act, ready, hashed));
}
