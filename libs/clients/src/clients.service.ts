import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { creditCode } from '#kernel';
import { OfficesService } from '#offices';
import { type Act, ApiKeys, type Elsewhere, checkLevel, inputProblem } from '#platform';
import { ApiClient } from './api-client.entity.js';
import type { ClientInput, ClientReason } from './client.input.js';
import { clientFaults } from './client.problems.js';
import { clientWords } from './client.words.js';
import { clientWorkflow } from './client.workflow.js';
import type { ClientFacts } from './client.rules.js';

/** Programs that come in by keys: asked for by the administrator, let in by a second person, ended by either. */
@Injectable()
export class Clients {
  constructor(
    private readonly keys: ApiKeys,
    private readonly offices: OfficesService,
  ) {}

  async ask(act: Act, _none: object, { access, office, ...asked }: ClientInput): Promise<Elsewhere> {
    const officeCode = await this.offices.codeOf(office);
    const readsOnly = access === 'read';
    const code = creditCode(asked.creditCode);
    if (!code.ok) throw inputProblem([{ pointer: '#/creditCode', detail: code.reason }]);
    if (asked.post === 'supervisor' && !readsOnly)
      throw inputProblem([{ pointer: '#/access', detail: clientFaults.watcherReads }]);
    checkLevel({ post: asked.post, officeCode });
    const { id } = await act.open(
      clientWorkflow,
      ApiClient,
      {
        ...{ ...asked, id: randomUUID(), creditCode: code.code, officeCode, readsOnly, rulesDay: act.today },
        ...{ askedBy: act.actor.accountId ?? '', askedByName: act.actor.name, askedAt: act.now },
      },
      { action: 'ask', label: clientWords.ask },
    );
    return { id };
  }

  async confirm(act: Act, facts: ClientFacts): Promise<void> {
    const { id, bodyName, name, post, officeCode } = facts.record;
    const { accountId: confirmedBy, name: confirmedByName } = act.actor;
    await act.take(clientWorkflow, facts, 'confirm');
    await act.keep(ApiClient, id, { confirmedBy, confirmedByName });
    await this.keys.admit(act, { id, name: `${bodyName} ${name}`, held: { post, officeCode } });
  }

  async refuse(act: Act, facts: ClientFacts, { reason }: ClientReason): Promise<void> {
    await act.take(clientWorkflow, facts, 'refuse', { remark: reason });
  }

  async end(act: Act, facts: ClientFacts, { reason }: ClientReason): Promise<void> {
    await act.take(clientWorkflow, facts, 'end', { remark: reason });
    await this.keys.shut(act, facts.record.id);
  }
}
