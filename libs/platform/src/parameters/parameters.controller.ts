import { Controller, Get, Param } from '@nestjs/common';
import { type Actor, Clock, holds } from '#kernel';
import { ForPosts } from '../access.decorators.js';
import { formOf } from '../fields/form-of.js';
import { Page, Shown } from '../page.js';
import { ParameterStore } from '../parameter-store.js';
import { Me } from '../public.js';
import { Gives } from '../views/gives.js';
import { ParameterDesk } from './parameter-desk.service.js';
import { ParameterInput } from './parameter.input.js';
import { formOfParameter } from './parameter-form.js';
import {
  type ParameterView,
  type ParametersView,
  choicesOf,
  parameterView,
  parametersOf,
  parametersView,
} from './parameter.view.js';
import { authorities } from './parameter.words.js';

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
  @Gives(parametersView)
  async list(): Promise<Shown<ParametersView>> {
    const today = this.clock.today();
    const view = parametersOf(await this.parameters.on(today), await this.parameters.settings(), today);
    return new Shown(view, { rows: view.rows.map((row) => ({ ...row, options: choicesOf(row.key) })), authorities });
  }

  @Get(':key')
  @Page('parameters/show')
  @Gives(parameterView)
  async show(@Param('key') key: string, @Me() me: Actor): Promise<Shown<ParameterView>> {
    const { record, value, today } = await this.desk.read(key);
    const { fields, values } = formOfParameter(record.id, value, today);
    return new Shown(await this.desk.see(key), {
      ...{ options: choicesOf(key), authorities, mayChange: holds(me, 'county_administrator') },
      ...{ fields: fields(formOf(ParameterInput)), values },
    });
  }
}
