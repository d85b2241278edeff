import { clockActor, sealOf } from '#kernel';
import { DrawSubjects, Draws } from '#inspections';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import type { Given } from './given.js';

/** A draw as its readers get it. */
export interface DrawSeen {
  id: string;
  state: string;
  subject: string;
  subjectId: string;
  about: string | null;
  text: string;
  listHash: string;
  labels: string[];
  wanted: number;
  seed: string | null;
  witness: string | null;
  ranked: string[] | null;
  steps: { hash: string }[];
  acts: { action: string; enabled: boolean }[];
  history: { by: string }[];
  seals: { label: string; number: string | null }[];
  sealUntil: string | null;
  openUntil: string | null;
}

export const drawPlan = {
  title: '同价的抽签',
  officeCode: '370126101000',
  labels: ['7730', '0417', '2096'],
  wanted: 3,
};

/** Draws of equal claims, as a lib above opens them: three parties with phones and a number each. */
export class GivenDraws {
  readonly numbers = ['0417', '2096', '7730'] as const;
  readonly own = [
    { number: '271828', salt: 'abcdefgh1' },
    { number: '3', salt: 'abcdefgh2' },
    { number: '99', salt: 'abcdefgh3' },
  ] as const;
  /** What the lib above was told: the draw and its result. */
  readonly told: string[][] = [];
  private readonly labelled = new Map<string, string>();

  private constructor(private readonly given: Given) {}

  static async of(given: Given): Promise<GivenDraws> {
    const draws = new GivenDraws(given);
    const logins = ['farmer', 'farmer-2', 'cooperative'];
    const rows = await given.exchange.database.ask<{ id: string; login: string }>(
      'SELECT party_id AS id, login FROM account WHERE login = ANY ($1)',
      [logins],
    );
    for (const { id, login } of rows) draws.labelled.set(id, draws.numbers[logins.indexOf(login)] ?? '');
    given.exchange.app.get(DrawSubjects, { strict: false }).register({
      ...{ subject: 'tie', things: 'ties' },
      labelOf: (_reader, _draw, { partyId }) => Promise.resolve(draws.labelled.get(partyId ?? '') ?? null),
      drawn: (_act, draw, ranked) => Promise.resolve(void draws.told.push([draw.id, ...ranked])),
    });
    return draws;
  }

  claimant(at: number): ApiClient {
    return this.given.as(['farmer', 'farmer-2', 'cooperative'][at] ?? '');
  }

  see(id: string, who = this.given.stranger): Promise<DrawSeen> {
    return who.get(`/draws/${id}`);
  }

  get service(): Draws {
    return this.given.exchange.app.get(Draws, { strict: false });
  }

  async opened(): Promise<string> {
    const [row] = await this.given.exchange.database.ask<{ id: string }>('SELECT gen_random_uuid() AS id');
    const plan = { ...drawPlan, subject: 'tie', subjectId: row!.id, seedBy: 'sealed' as const };
    return this.given.exchange.act(clockActor, async (act) => (await this.service.open(act, plan)).id);
  }

  async seal(id: string, ...which: number[]): Promise<void> {
    const { listHash } = await this.see(id);
    for (const at of which)
      await this.claimant(at).post(`/draws/${id}/seals`, { seal: sealOf(listHash, this.numbers[at]!, this.own[at]!) });
  }

  async unlock(id: string, ...which: number[]): Promise<void> {
    for (const at of which) await this.claimant(at).post(`/draws/${id}/openings`, this.own[at]);
  }
}
