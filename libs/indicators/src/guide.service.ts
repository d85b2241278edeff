import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { OfficesService } from '#offices';
import { ParameterStore, generalProblems } from '#platform';
import { type Guide, type Limits, type Topic, limitsOf } from './guide.view.js';
import { topics } from './guide.words.js';

/** What to bring, how long it takes, what it costs and where to go. */
@Injectable()
export class GuideService {
  constructor(
    private readonly parameters: ParameterStore,
    private readonly offices: OfficesService,
    private readonly clock: Clock,
  ) {}

  async show(): Promise<Guide> {
    const exchanges = await this.offices.exchanges();
    return {
      limits: await this.limits(),
      offices: exchanges.map(({ name, address, hours, phone }) => ({ name, address, hours, phone })),
    };
  }

  async topic(name: string): Promise<Topic> {
    if (!Object.hasOwn(topics, name)) throw generalProblems.notFound();
    return { topic: name as Topic['topic'], limits: await this.limits() };
  }

  private async limits(): Promise<Limits> {
    return limitsOf(await this.parameters.on(this.clock.today()));
  }
}
