import { type Day, clockActor } from '#kernel';
import { AccountsService, hashPassword, trainingPassword } from '#platform';
import { Hand } from '../../apps/exchange/src/training/hand.js';
import type { TestExchange } from './exchange.js';

/** Opens accounts for people and bodies of the register and signs each in: `partyHands(exchange, { agent: id })`. */
export async function partyHands<Name extends string>(
  exchange: TestExchange,
  wanted: Readonly<Record<Name, string>>,
): Promise<Record<Name, Hand>> {
  const accounts = exchange.app.get(AccountsService);
  const hash = await hashPassword(trainingPassword);
  const hands: Partial<Record<Name, Hand>> = {};
  for (const [login, partyId] of Object.entries(wanted) as [Name, string][]) {
    await exchange.database.transaction(async (tx) => {
      const account = {
        login: `own-${login}`, name: `演${login}`, kind: 'party' as const, posts: [], password: trainingPassword,
        totpSecret: null, from: '2019-01-01' as Day, role: '演练',
      }; // prettier-ignore
      const id = await accounts.openReady(tx, account, hash, clockActor);
      // A training party may have its account already: the one opened here takes its place.
      await tx.query('UPDATE account SET party_id = NULL WHERE party_id = $1', [partyId]);
      await tx.query('UPDATE account SET party_id = $2 WHERE id = $1', [id, partyId]);
      await tx.query('UPDATE party SET account_id = $2 WHERE id = $1', [partyId, id]);
    });
    hands[login] = await Hand.of(exchange.app, `own-${login}`);
  }
  return hands as Record<Name, Hand>;
}
