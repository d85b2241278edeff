import { Controller, Get, Param } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { ForPosts } from '../access/access.decorators.js';
import { formOf } from '../fields/form-of.js';
import { Page, Shown } from '../page.js';
import { ParameterStore } from '../parameter-store.js';
import { Me } from '../public.js';
import { ParameterDesk } from './parameter-desk.service.js';
import { ParameterInput } from './parameter.input.js';
import { formOfParameter, parametersView } from './parameter.view.js';

/** Every number the county may change: seen by its heads, set by its administrator, from a day on and with a basis. */
@Controller('parameters')
@ForPosts('county_administrator', 'county_director', 'county_reviewer', 'supervisor')
export class ParametersController {
  constructor(
    private readonly parameters: ParameterStore,
    private readonly desk: ParameterDesk,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Page('parameters/index', { wide: true })
  async list(): Promise<object> {
    const today = this.clock.today();
    return parametersView(await this.parameters.on(today), await this.parameters.settings(), today);
  }

  @Get(':key')
  @Page('parameters/show')
  async show(@Param('key') key: string, @Me() me: Actor): Promise<Shown> {
    const { record, value, today } = await this.desk.read(key);
    const { fields, values } = formOfParameter(record.id, value, today);
    return new Shown(await this.desk.see(key, me), { fields: fields(formOf(ParameterInput)), values });
  }
}
