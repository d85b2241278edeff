import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, textOf } from '#kernel';
import { Done, ForPosts, Gives, Me, Page, Scans, Shown, type Upload, formOf } from '#platform';
import type { CountyFile } from './county.service.js';
import { rehearsedSaid } from './county.acts.js';
import { type County, type Rehearsal, countsOf, countyView, rehearsalView, told } from './county.view.js';
import { CountyChange, TownChoice } from './offices.input.js';
import { officeRefusals } from './offices.problems.js';
import { OfficesService } from './offices.service.js';
import { RehearsalsService } from './rehearsals.service.js';

/** The administrator's pages for a change of divisions: look first, then confirm. */
@Controller('county')
@ForPosts('county_administrator')
export class CountyController {
  constructor(
    private readonly rehearsals: RehearsalsService,
    private readonly offices: OfficesService,
    private readonly scans: Scans,
  ) {}

  @Get()
  @Page('county/show', { wide: true })
  @Gives(countyView)
  async show(@Query() { town }: TownChoice): Promise<Shown<County>> {
    const [changes, names] = [await this.rehearsals.changes(), await this.offices.names()];
    const waiting = town === '' ? [] : await this.rehearsals.waiting(town);
    const view = {
      changes: changes.map(({ counts, ...change }) => ({ ...change, counts: countsOf(counts) })),
      waiting: waiting.map((each) => ({ ...each, name: names.short(each.code) })),
    };
    return new Shown(view, async () => ({
      ...{ town, towns: await this.offices.towns(), fields: formOf(CountyChange) },
      villages: (town === '' ? [] : await this.offices.villages(town)).map(({ code, name }) => ({
        ...{ value: code, label: `${name} ${code}` },
      })),
    }));
  }

  @Post('rehearsals')
  @Gives(rehearsalView)
  async prepare(@Body() input: CountyChange, @Req() request: FastifyRequest, @Me() me: Actor) {
    await this.scans.fill(CountyChange, input, request);
    const id = await this.rehearsals.prepare(fileOf(input), me);
    return new Done<Rehearsal>(`/county/rehearsals/${id}`, () => this.rehearsals.see(id), rehearsedSaid);
  }

  @Get('rehearsals/:id')
  @Page('county/rehearsal', { wide: true })
  @Gives(rehearsalView)
  async see(@Param('id', ParseUUIDPipe) id: string): Promise<Shown<Rehearsal>> {
    return new Shown(await this.rehearsals.see(id), { told });
  }
}

function contentOf(sheet: Upload | string): string {
  if (typeof sheet === 'string') return sheet;
  const read = textOf(sheet.content);
  if ('line' in read) throw officeRefusals.doubtful(read.line);
  return read.text;
}

function fileOf({ file, successors, on }: CountyChange): CountyFile {
  const text = contentOf(file);
  if (text === '') throw officeRefusals.noFile();
  const fileName = typeof file === 'string' ? 'county.csv' : file.fileName;
  return { fileName, text, successors: contentOf(successors), on };
}
