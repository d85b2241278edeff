import { Injectable } from '@nestjs/common';
import { type Act, type ActPath, ApiKeys, type Elsewhere, ParameterStore } from '#platform';
import { clientProblems } from './client.problems.js';
import type { NewKey } from './client.view.js';
import type { ClientFacts } from './client.rules.js';

/** The keys of a program: told once, changed with an overlap, ended at once. */
@Injectable()
export class ClientKeys {
  constructor(
    private readonly keys: ApiKeys,
    private readonly parameters: ParameterStore,
  ) {}

  async issue(act: Act, { record }: ClientFacts): Promise<Elsewhere> {
    const { id, state, readsOnly, bodyName, name } = record;
    if (state !== 'open') throw clientProblems.notOpen();
    const { keyOverlapDays: overlapDays } = await this.parameters.at(act.tx, act.today);
    const { key, prefix } = await this.keys.issue(act, id, readsOnly, overlapDays);
    await act.note('api_client', record, { detail: { prefix } });
    return { id, view: { clientId: id, bodyName, name, key, overlapDays } satisfies NewKey };
  }

  async revoke(act: Act, { record }: ClientFacts, _none: unknown, at: ActPath): Promise<void> {
    const prefix = await this.keys.revoke(act, record.id, at['key'] ?? '');
    await act.note('api_client', record, { remark: prefix, detail: { prefix } });
  }
}
