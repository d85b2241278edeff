import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { OfficesService } from '#offices';
import { type Act, ApiKeys, Database, type Reader, Shown, Steps, type Tx, historyOf, offersOf } from '#platform';
import { ApiClient } from './api-client.entity.js';
import { clientActs } from './client.acts.js';
import { clientPage } from './client.page.js';
import { clientProblems } from './client.problems.js';
import { type Client, clientOf } from './client.view.js';
import { clientWorkflow } from './client.workflow.js';
import type { ClientFacts } from './client.rules.js';

/** A program as those see it who let programs in. */
@Injectable()
export class ClientReader {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeys,
    private readonly offices: OfficesService,
    private readonly steps: Steps,
    private readonly clock: Clock,
  ) {}

  async locked({ tx }: Act, id: string): Promise<ClientFacts> {
    return this.facts(tx, await tx.findOne(ApiClient, { where: { id }, lock: { mode: 'pessimistic_write' } }));
  }

  async read(id: string): Promise<ClientFacts> {
    return this.facts(this.database.reader, await this.database.reader.findOneBy(ApiClient, { id }));
  }

  async see(id: string, me: Actor): Promise<Shown<Client>> {
    const facts = await this.read(id);
    const now = this.clock.now();
    const names = await this.offices.names();
    const steps = this.steps.open(clientWorkflow, facts, me, now);
    const seen = {
      facts,
      place: names.place(facts.record.officeCode),
      runs: this.keys.runs.bind(this.keys),
      acts: offersOf(clientActs, facts, steps, me, now),
      history: await historyOf(this.database.reader, 'api_client', id),
    };
    return new Shown(clientOf(seen), clientPage(seen, me));
  }

  private async facts(reader: Reader | Tx, record: ApiClient | null): Promise<ClientFacts> {
    if (!record) throw clientProblems.notFound();
    return { record, keys: await this.keys.of(reader, record.id) };
  }
}
