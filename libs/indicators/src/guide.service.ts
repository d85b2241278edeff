import { Injectable } from '@nestjs/common';
import { Clock, type Parameters } from '#kernel';
import { OfficesService } from '#offices';
import { ParameterStore, generalProblems } from '#platform';
import { basis, costs, materials, questions, steps } from './guide.words.js';
import { topics } from './guide-topics.words.js';

/** What to bring, how long it takes, what it costs and where to go. */
@Injectable()
export class GuideService {
  constructor(
    private readonly parameters: ParameterStore,
    private readonly offices: OfficesService,
    private readonly clock: Clock,
  ) {}

  async show(): Promise<object> {
    const parameters = await this.today();
    const exchanges = await this.offices.exchanges();
    const names = await this.offices.names();
    return {
      title: '办事指南：转出、租入承包地',
      lead: '农户、合作社、家庭农场、种粮大户和企业都能申请。一次告诉您缺什么，一步一步能查到。不收手续费。',
      steps: steps(parameters),
      materials,
      costs: costs(parameters),
      offices: [
        { name: '各村服务站', place: '各村村委会，找村信息员', hours: '', phone: '' },
        ...exchanges.map((each) => ({
          name: each.level === 'county' ? '县农村产权交易中心' : `${names.short(each.officeCode)}农村产权交易所`,
          place: each.address,
          hours: each.hours,
          phone: each.phone,
        })),
      ],
      questions: questions(parameters),
      basis,
    };
  }

  async topic(name: string): Promise<object> {
    const topic = Object.hasOwn(topics, name) ? topics[name] : undefined;
    if (!topic) throw generalProblems.notFound();
    return {
      trail: { steps: [{ href: '/guide', label: '办事指南' }], here: topic.title, code: false },
      ...topic,
      sections: topic.sections(await this.today()),
    };
  }

  private today(): Promise<Parameters> {
    return this.parameters.on(this.clock.today());
  }
}
