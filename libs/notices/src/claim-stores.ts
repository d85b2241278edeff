import { Injectable } from '@nestjs/common';
import { Numbers } from '#papers';
import { Files } from '#platform';

/** Where a claim gets its number and its papers. */
@Injectable()
export class ClaimStores {
  constructor(
    readonly numbers: Numbers,
    readonly files: Files,
  ) {}
}
