import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { Given } from './given.js';
import { scanOf } from './made-up-files.js';

/** A certificate as the API shows it to its county. */
export interface CertificateJson {
  id: string;
  number: string;
  code: string;
  state: string;
  status: string;
  verdict: string;
  holder: string;
  realEstate: string;
  paperId: string;
  previousId: string | null;
  nextId: string | null;
  renewsId: string | null;
  renewalId: string | null;
  carried: { kind: string | null; follows: string | null }[];
  acts: { action: string; enabled: boolean; blockers: { rule: string }[] }[];
  changes: { kind: string; before: string; after: string; letter: string | null; file: string | null }[];
  prints: object[];
  sheets: { serial: string; outcome: string }[];
}

/** What a stranger is told. */
export interface VerdictJson {
  state: string;
  number: string | null;
  startsLater: boolean;
  underReview: boolean;
  paper: { kind: string } | null;
  certificate: {
    holder: string;
    transferor: string;
    mortgages: { mortgagee: string }[];
    course: { event: string }[];
    parcels: { contractor: string }[];
  } | null;
}

const term6 = { start: '2026-11-10', end: '2032-11-09' };

/** Certificates as tests need them: cases walked through the API on the same days, each with its right yet to be recorded. */
export class Certificates {
  readonly certifier: ApiClient;
  private networks = 0;

  private constructor(
    readonly given: Given,
    private readonly waiting: TransferStory[],
  ) {
    this.certifier = given.as('certifier');
  }

  static async prepare(count: number): Promise<Certificates> {
    const given = await Given.open();
    const cases: TransferStory[] = [];
    while (cases.length < count)
      cases.push(await given.transfer({ state: 'on_notice', term: term6, parcels: await given.land('1.50') }));
    for (const one of cases) await one.proveScreens();
    for (const one of cases) await one.proveBoard();
    await given.pass(8);
    for (const one of cases) for (const act of [one.scan, one.sign, one.file, one.pay]) await act.call(one);
    return new Certificates(given, cases);
  }

  /** A case whose right is to be recorded next. */
  next(): TransferStory {
    const one = this.waiting.pop();
    if (!one) throw new Error('All prepared cases are used.');
    return one;
  }

  async story(): Promise<TransferStory> {
    const one = this.next();
    await one.record();
    await one.certify();
    return one;
  }

  async certified(): Promise<CertificateJson> {
    return this.of(await this.story());
  }

  /** The certificate of a case. */
  async of(story: TransferStory): Promise<CertificateJson> {
    const [row] = await this.given.exchange.database.ask<{ id: string }>(
      'SELECT id FROM certificate WHERE transfer_id = $1 AND next_id IS NULL',
      [story.id],
    );
    return this.seen(row?.id ?? '');
  }

  seen(id: string): Promise<CertificateJson> {
    return this.certifier.get(`/certificates/${id}`);
  }

  /** A stranger's check, each from a network of its own. */
  async verify(code: string): Promise<VerdictJson> {
    this.networks += 1;
    const answer = await this.given.exchange.app.inject({
      url: `/api/verify/${code}`,
      remoteAddress: `10.1.0.${this.networks}`,
    });
    return answer.json<{ verdict: VerdictJson }>().verdict;
  }

  /** What a stranger reads of it, without the tags around it. */
  async verified(code: string): Promise<string> {
    this.networks += 1;
    const answer = await this.given.exchange.app.inject({
      url: `/verify/${code}`,
      headers: { accept: 'text/html' },
      remoteAddress: `10.1.0.${this.networks}`,
    });
    return answer.body.replaceAll(/<[^>]+>/g, '');
  }

  /** An act with the document it rests on; answers where its result is. */
  act(id: string, noun: string, fields: Record<string, string>, who = this.certifier): Promise<string> {
    return who.post(`/certificates/${id}/${noun}`, { ...fields, file: scanOf('a signed request') });
  }

  async find(who: ApiClient, query: string): Promise<{ number: string; termEnd: string }[]> {
    return (await who.get<{ rows: { number: string; termEnd: string }[] }>(`/certificates?${query}`)).rows;
  }
}
