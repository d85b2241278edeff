import { type Day, type Post, clockActor } from '#kernel';
import { AccountsService, hashPassword, trainingTotpSecret } from '#platform';
import type { TestExchange } from './exchange.js';

const password = 'Zhuang-Jia-2026';

/** Headers of a program that is signed in. */
export type Bearer = { authorization: string };

/** Opens an account for each post and signs it in; names are made up. */
export async function signInAs<Who extends string>(
  exchange: TestExchange,
  people: Record<Who, { post: Post; office: string; name?: string } | { party: string; name: string }>,
): Promise<Record<Who, Bearer>> {
  const hash = await hashPassword(password);
  const accounts = exchange.app.get(AccountsService);
  const entries = Object.entries(people) as [
    Who,
    { post: Post; office: string; name?: string } | { party: string; name: string },
  ][];
  await exchange.database.transaction(async (tx) => {
    for (const [who, person] of entries) {
      const login = `probe-${who}`;
      const staff = 'post' in person;
      const common = {
        login,
        password,
        totpSecret: staff ? trainingTotpSecret : null,
        from: '2019-01-01' as Day,
        role: '演练',
      };
      const account = staff
        ? {
            ...common,
            kind: 'staff' as const,
            name: person.name ?? '张演',
            posts: [{ post: person.post, officeCode: person.office }],
          }
        : { ...common, kind: 'party' as const, name: person.name, posts: [] };
      await accounts.openReady(tx, account, hash, clockActor);
    }
  });
  const bearers: Partial<Record<Who, Bearer>> = {};
  for (const [who] of entries) {
    const login = `probe-${who}`;
    const answer = await exchange.app.inject({
      method: 'POST',
      url: '/api/sessions',
      payload: { login, password, code: '000000' },
    });
    if (answer.statusCode !== 201) throw new Error(`${login}: ${answer.body}`);
    bearers[who] = { authorization: `Bearer ${answer.json<{ token: string }>().token}` };
  }
  return bearers as Record<Who, Bearer>;
}
