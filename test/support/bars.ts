import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import type { Given } from './given.js';
import { GivenRights } from './rights.js';

/** A bar as its address answers it, as far as tests look. */
export interface Bar {
  id: string;
  number: string | null;
  state: string;
  months: number | null;
  fromDay: string | null;
  untilDay: string | null;
  endedReason: string | null;
  papers: { id: string; title: string; number: string }[];
  appeals: { id: string; outcome: string | null }[];
  acts: { action: string; enabled: boolean }[];
  history: object[];
}

const wrong = { reason: '交了保证金、够了资格又退出，没有说理由', rule: '挂牌公告第七条' };
const found = { findings: '退出是本人写的，查过没有凭证。' };

/** Bars of a test, each step by the person whose post it is. */
export class GivenBars {
  constructor(
    private readonly given: Given,
    readonly rights: GivenRights,
  ) {}

  static async of(given: Given): Promise<GivenBars> {
    return new GivenBars(given, await GivenRights.of(given));
  }

  /** Somebody is admitted to a lot and backs out, and the lot fails; answers the registration. */
  async defaulted(who: ApiClient): Promise<string> {
    const { id } = await this.rights.listedRight('other');
    const own = await this.rights.wanted(id, who, '300');
    await who.post(`/interests/${own}/withdrawal`);
    await this.rights.station.post(`/listings/${id}/withdrawal`, { reason: '没有别人要' });
    return own;
  }

  async proposed(interestId: string, more: object = {}): Promise<string> {
    const at = await this.given.as('reviewer').post(`/interests/${interestId}/barrings`, { ...wrong, ...more });
    return at.replace('/barrings/', '');
  }

  async answered(id: string, who: ApiClient): Promise<void> {
    await who.post(`/barrings/${id}/answer`, { said: '家里有人住院，不是有意的。' });
  }

  async decided(id: string, more: object = {}): Promise<void> {
    const days = { fromDay: this.given.exchange.today, ...more };
    await this.given.as('director').post(`/barrings/${id}/decision`, { ...found, ...days });
  }

  /** Its appeal, taken in hand and decided by the supervisor. */
  async appealed(id: string, who: ApiClient, outcome: 'bar_lifted' | 'bar_kept'): Promise<string> {
    const topic = outcome === 'bar_kept' ? 'bar_length' : 'bar_fact';
    const at = await who.post(`/barrings/${id}/appeals`, {
      topic,
      facts: '住院的凭证在，春耕要用地。',
      request: '缩短',
    });
    await this.judged(at, outcome);
    return at;
  }

  async judged(at: string, outcome: 'bar_lifted' | 'bar_kept'): Promise<void> {
    const supervisor = this.given.as('supervisor');
    await supervisor.post(`${at}/acceptance`);
    const answer = { reasons: '看过全部材料，问过双方。', rule: '挂牌公告第七条' };
    await supervisor.post(`${at}/decision`, { outcome, findings: '住院的凭证是真的，时间对得上。', ...answer });
    await supervisor.post(`${at}/service`, { way: 'in_person' });
  }

  see(id: string, who: ApiClient = this.given.as('director')): Promise<Bar> {
    return who.get(`/barrings/${id}`);
  }
}
