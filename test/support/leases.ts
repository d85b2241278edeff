import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import type { TransferJson } from './transfer-json.js';
import type { Given } from './given.js';

/** What a stranger is told of a certificate. */
export interface LeaseVerdict {
  state: string;
  startsLater: boolean;
  renewal: { href: string; number: string; termStart: string } | null;
}

/** The desk's list of what ends soon. */
export interface EndingJson {
  rows: { id: string; renewalState: string | null; depositState: string | null; reminded: boolean }[];
  next: string;
}

/** What letters are on a case. */
export async function lettersOf(given: Given, { id }: TransferStory): Promise<string[]> {
  const { papers } = await given.as('101-clerk').get<TransferJson>(`/transfers/${id}`);
  return papers.map(({ kind }) => kind);
}

/** A stranger checks the newest certificate of a case. */
export async function verify(given: Given, { id }: TransferStory): Promise<LeaseVerdict> {
  const [row] = await given.exchange.database.ask<{ code: string }>(
    `SELECT p.code FROM certificate c JOIN paper p ON p.id = c.paper_id WHERE c.transfer_id = $1 ORDER BY c.issued_at DESC LIMIT 1`,
    [id],
  );
  return check(given, `/verify/${row?.code}`);
}

export async function check(given: Given, href: string): Promise<LeaseVerdict> {
  return (await given.stranger.get<{ verdict: LeaseVerdict }>(href)).verdict;
}
