import { type Actor, type Day, type Post, clockActor } from '#kernel';
import { AccountsService, codeAt, hashPassword, SystemClock, trainingTotpSecret } from '#platform';
import type { TestExchange } from './exchange.js';

const password = 'Zhuang-Jia-2026';

/** Somebody who has signed in, as tests need him: over HTTP by his token, or in a service as its actor. */
export interface Clerk {
  actor: Actor;
  headers: { authorization: string };
}

/** Hires people with posts and signs each in: `hire(exchange, { finance: ['town_finance', '370126101000'] })`. */
export async function hire<Name extends string>(
  exchange: TestExchange,
  wanted: Readonly<Record<Name, readonly [Post, string]>>,
  training = true,
): Promise<Record<Name, Clerk>> {
  const hash = await hashPassword(password);
  const accounts = exchange.app.get(AccountsService);
  const clerks: Partial<Record<Name, Clerk>> = {};
  for (const [login, [post, officeCode]] of Object.entries(wanted) as [Name, readonly [Post, string]][]) {
    const posts = [{ post, officeCode }];
    const name = `演${login}`;
    const account = {
      login: `test-${login.toLowerCase()}`,
      name,
      kind: 'staff' as const,
      posts,
      password,
      totpSecret: trainingTotpSecret,
      from: '2019-01-01' as Day,
      role: '演练',
    };
    const accountId = await exchange.database.transaction((tx) => accounts.openReady(tx, account, hash, clockActor));
    // A live exchange lets no training account in, and knows no code that always fits.
    if (!training) await exchange.database.write('UPDATE account SET training_role = NULL WHERE id = $1', [accountId]);
    const code = training ? '000000' : codeAt(trainingTotpSecret, new SystemClock().now());
    const payload = { login: account.login, password, code };
    const answer = await exchange.app.inject({ method: 'POST', url: '/api/sessions', payload });
    if (answer.statusCode !== 201) throw new Error(`${login} cannot sign in: ${answer.body}`);
    const headers = { authorization: `Bearer ${answer.json<{ token: string }>().token}` };
    clerks[login] = { actor: { kind: 'staff', accountId, name, posts, partyId: null, assisting: null }, headers };
  }
  return clerks as Record<Name, Clerk>;
}

/** A made-up scan: the content of a PDF, another one each time. */
export function scanOf(text: string): File {
  return new File([`%PDF-1.4\n% ${text}\n%%EOF\n`], `${text}.pdf`, { type: 'application/pdf' });
}

/** A made-up photo: the smallest JPEG that says what it is. */
export function photoOf(text: string): File {
  const head = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
  return new File([head, Buffer.from(text), Buffer.from('ffd9', 'hex')], `${text}.jpg`, { type: 'image/jpeg' });
}

/** A form with files, as a browser sends it. */
export async function formOf(
  fields: Readonly<Record<string, string | File | readonly File[]>>,
): Promise<{ payload: Buffer; headers: Record<string, string> }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat() as (string | File)[]) form.append(name, each);
  const encoded = new Response(form);
  return {
    payload: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
  };
}
