import { Inject, Injectable } from '@nestjs/common';
import { Numbers, PapersService } from '#papers';
import { PartiesService } from '#parties';
import { CONFIG, type Config, Files } from '#platform';

/** Where a claim gets its number and its papers, and who claims. */
@Injectable()
export class ClaimStores {
  constructor(
    readonly numbers: Numbers,
    readonly files: Files,
    readonly papers: PapersService,
    readonly parties: PartiesService,
    @Inject(CONFIG) readonly config: Config,
  ) {}
}
