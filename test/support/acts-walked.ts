import type { InjectOptions } from 'fastify';
import type { RecordFacts } from '#kernel';
import { declaredActs } from '#platform';
import type { Answer } from '../../apps/exchange/src/training/api-client.js';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { type NamedRow, addressOf, askedAt, postsOf, rowsOf } from '../../libs/platform/src/acts/act-rows.js';
import type { ActTable } from '../../libs/platform/src/acts/act-table.js';
import type { Given } from './given.js';
import { lotsAndGround, oddRecords } from './odd-records.js';
import { rightOnNotice } from './rights.js';
import { cookieOf } from './people.js';

/** A refusal as a program reads it. */
export interface Said {
  type: string;
  status: number;
  detail: string;
  errors: { pointer: string; detail: string }[];
}

export const problemOf = (answer: Answer): Said => answer.json<Said>();

/** An id that no record has. */
export const nobody = '00000000-0000-4000-8000-000000000000';

/** One row of a table at one record, where its form is asked for and where it is done, and who asks for it. */
export type Asked = NamedRow<RecordFacts> & { table: ActTable<RecordFacts>; path: string; form: string; who: string };

/** Records that are addressed by a key of their own. */
const keys: Readonly<Record<string, readonly string[]>> = {
  ...{ parameters: ['capitalThresholds', 'printLimit'], offices: ['370126101000'], screens: ['370126101000'] },
};

/** Whether acts are about no single record. */
const isWhole = ({ named }: ActTable<RecordFacts>): boolean => named === null;

/** Of each post somebody; whose an act is, the table says. */
const people: Readonly<Record<string, string>> = {
  ...{ village_clerk: '101-village-226', town_clerk: '101-clerk', town_reviewer: '101-reviewer' },
  ...{ town_surveyor: '101-surveyor', town_trade: '101-trade', town_finance: '101-finance' },
  ...{ town_information: '101-information', town_coordination: '101-coordination', county_reviewer: 'reviewer' },
  ...{ county_director: 'director', county_certifier: 'certifier', county_administrator: 'administrator' },
  ...{ county_information: 'information', supervisor: 'supervisor' },
};

/** Every act that is declared, at records in many states, asked for by those whose it is. */
export class ActsWalked {
  readonly ids: Record<string, string[]> = {};
  document: { components: { schemas: Record<string, { properties?: object }> } } = { components: { schemas: {} } };

  constructor(private readonly given: Given) {}

  /** Cases in many states; the one in writing and the one that has its certificate. */
  async prepare(): Promise<[TransferStory, TransferStory]> {
    const { given } = this;
    await rightOnNotice(given);
    const stories: [TransferStory, TransferStory] = [
      await given.transfer({ state: 'draft' }),
      await given.transfer({ state: 'certified' }),
    ];
    for (const state of ['submitted', 'town_review', 'survey', 'county_review', 'deposit'] as const)
      await given.transfer({ state });
    await (await given.transfer({ state: 'on_notice' })).object();
    await oddRecords(given);
    await lotsAndGround(given);
    this.document = (await given.stranger.ask('/openapi.json')).json();
    for (const { things, subject, named = 'id' } of declaredActs()) {
      if (named !== 'id') continue;
      const rows = given.exchange.database.ask<{ id: string }>(`SELECT id FROM "${subject}" LIMIT 12`);
      this.ids[things] ??= (await rows).map(({ id }) => id);
    }
    return stories;
  }

  /** Every row at so many records of its kind, by somebody of each post whose it may be. */
  asked(records: number): Asked[] {
    const parts = {
      disbursement: nobody,
      outage: nobody,
      held: nobody,
      member: nobody,
      terminal: nobody,
      request: nobody,
      account: nobody,
      key: nobody,
      code: '370126',
    };
    return declaredActs().flatMap((table) =>
      rowsOf(table).flatMap((named) =>
        this.recordsOf(table, records).flatMap((id) => {
          const found = postsOf(table, named).flatMap((name) => people[name] ?? []);
          const path = addressOf(table, id, named.row.noun, parts);
          const form = addressOf(table, id, askedAt(named.row), parts);
          return (found.length > 0 ? found : ['101-clerk', 'reviewer']).map((who) => ({
            ...named,
            ...{ table, path, form, who },
          }));
        }),
      ),
    );
  }

  private recordsOf(table: ActTable<RecordFacts>, most: number): readonly string[] {
    if (isWhole(table)) return [''];
    return (table.named === undefined ? (this.ids[table.things] ?? []) : (keys[table.things] ?? [])).slice(0, most);
  }

  /** Rows that no record stands for here. */
  unasked(): string[] {
    const asked = new Set(this.asked(1).map(({ table, row }) => `${table.things} ${row.noun}`));
    const rows = declaredActs().flatMap((table) => rowsOf(table).map(({ row }) => `${table.things} ${row.noun}`));
    return rows.filter((row) => !asked.has(row));
  }

  /** As a program sends it; a text or bytes go as they are. */
  async post(path: string, payload: object | string, who = '101-clerk', headers: object = {}): Promise<Answer> {
    return this.given.exchange.app.inject({
      method: 'POST',
      url: `/api${path}`,
      headers: { 'content-type': 'application/json', ...(await this.given.as(who).headers()), ...headers },
      payload: typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
    });
  }

  /** As a browser asks, signed in. */
  async browser(who: string, request: InjectOptions): Promise<Answer> {
    const cookie = await cookieOf(this.given.as(who));
    const known = { accept: 'text/html', host: 'localhost', 'sec-fetch-site': 'same-origin', cookie };
    return this.given.exchange.app.inject({ ...request, headers: { ...known, ...request.headers } });
  }
}
