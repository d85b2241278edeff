import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Actor, day, formatDay, holds } from '#kernel';
import { Acts, CONFIG, type Config, Done, Me, Page, Shown, formOf } from '#platform';
import { paperProblems } from './paper.problems.js';
import { SealEndInput, SealInput } from './seal.input.js';
import { SealsService } from './seals.service.js';

/** The register of seals, for the county's administrator and director. */
@Controller('seals')
export class SealsController {
  constructor(
    private readonly seals: SealsService,
    private readonly acts: Acts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Page('seals/index')
  async index(@Me() me: Actor): Promise<Shown> {
    keepOut(me);
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

  @Post()
  async register(@Body() input: SealInput, @Me() me: Actor): Promise<Done> {
    keepOut(me);
    const asked = { ...input, validFrom: day(input.validFrom) };
    const seal = await this.acts.begin(me, (act) => this.seals.register(act, asked));
    return new Done('/seals', { id: seal.id }, '印章登记好了，以后出具的文书会印上。');
  }

  @Post(':id/end')
  async end(@Param('id', ParseUUIDPipe) id: string, @Body() input: SealEndInput, @Me() me: Actor): Promise<Done> {
    keepOut(me);
    await this.acts.begin(me, (act) => this.seals.end(act, id, day(input.validTo), input.reason));
    return new Done('/seals', { id }, '印章停用了。');
  }
}

function keepOut(me: Actor): void {
  if (!holds(me, 'county_administrator', 'county_director')) throw paperProblems.notYours();
}
