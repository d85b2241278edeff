import { Inject, Injectable } from '@nestjs/common';
import { Numbers, PapersService } from '#papers';
import { CONFIG, type Config, Files } from '#platform';

/** Where a claim gets its number and its papers. */
@Injectable()
export class ClaimStores {
  constructor(
    readonly numbers: Numbers,
    readonly files: Files,
    readonly papers: PapersService,
    @Inject(CONFIG) readonly config: Config,
  ) {}
}
