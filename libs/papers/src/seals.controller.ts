import { Controller, Get, Inject } from '@nestjs/common';
import { CONFIG, type Config, ForPosts, Gives, Page, Shown, formOf } from '#platform';
import { sealFeet } from './paper.words.js';
import { sealKeepers } from './seal.acts.js';
import type { Seal } from './seal.entity.js';
import { SealEndInput, SealInput } from './seal.input.js';
import { type Seals, sealOf, sealsView } from './seal.view.js';
import { SealsService } from './seals.service.js';

/** The register of seals, for the county's administrator and director. */
@Controller('seals')
@ForPosts(...sealKeepers)
export class SealsController {
  constructor(
    private readonly seals: SealsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Page('seals/index')
  @Gives(sealsView)
  async index(): Promise<Shown<Seals>> {
    const seals = await this.seals.all();
    const { county, mode } = this.config;
    return new Shown(
      { seals: seals.map(sealOf) },
      {
        training: mode === 'training',
        fields: formOf(SealInput),
        values: { officeCode: `${county.code}000000`, officeName: county.authority, foot: sealFeet.business },
        ends: seals.filter(({ validTo }) => validTo === null).map(endOf),
      },
    );
  }
}

/** Several stand on one page: each control has an id of its own. */
const endOf = ({ id, officeName, foot }: Seal) => ({
  ...{ id, officeName, foot },
  fields: formOf(SealEndInput).map((field) => ({ ...field, id: `${field.name}-${id}` })),
});
