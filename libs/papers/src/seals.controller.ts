import { Controller, Get, Inject } from '@nestjs/common';
import { formatDay } from '#kernel';
import { CONFIG, type Config, ForPosts, Page, Shown, formOf } from '#platform';
import { sealKeepers } from './seal.acts.js';
import { SealEndInput, SealInput } from './seal.input.js';
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
  async index(): Promise<Shown> {
    const seals = await this.seals.all();
    const view = {
      title: '印章登记',
      training: this.config.mode === 'training',
      values: {
        officeCode: `${this.config.county.code}000000`,
        officeName: this.config.county.authority,
        foot: '业务专用章',
      },
      seals: seals.map((seal) => ({
        id: seal.id,
        officeCode: seal.officeCode,
        officeName: seal.officeName,
        foot: seal.foot,
        from: formatDay(seal.validFrom),
        to: seal.validTo ? formatDay(seal.validTo) : '',
        registeredBy: seal.registeredBy,
        open: seal.validTo === null,
      })),
    };
    // Several stand on one page: each control has an id of its own.
    const ends = seals
      .filter((seal) => seal.validTo === null)
      .map(({ id, officeName, foot }) => ({
        ...{ id, officeName, foot },
        fields: formOf(SealEndInput).map((field) => ({ ...field, id: `${field.name}-${id}` })),
      }));
    return new Shown(view, { fields: formOf(SealInput), ends });
  }
}
