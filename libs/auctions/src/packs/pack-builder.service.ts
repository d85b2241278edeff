import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, SigningKeys } from '#platform';
import { AuctionFinder } from '../auction-finder.service.js';
import { auctionStates } from '../auction-states.workflow.js';
import type { Auction } from '../auction.entity.js';
import { PackReader, type PackFacts } from './pack-facts.service.js';
import { writePack } from './pack-file.js';
import { packProblems } from './pack.problems.js';
import { packFormat, type Pack, type PackedKey } from './pack.js';
import { packedAttempt, packedBatch, packedHead, packedResult } from './packed.js';

/** Phases in which there is a result, or none will come. */
const over: readonly string[] = ['sold', 'over', 'fallen'];

/** Puts together what decided an auction, once its result is there. */
@Injectable()
export class PackBuilder {
  constructor(
    private readonly finder: AuctionFinder,
    private readonly reader: PackReader,
    private readonly keys: SigningKeys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem `pack-not-yet` before the result, `pack-stays-sealed` where none came, `auction-not-found` */
  async found(id: string): Promise<{ record: Auction; facts: PackFacts }> {
    const { record } = await this.finder.read(id);
    if (!over.includes(auctionStates[record.state].phase)) throw packProblems.notYet();
    const facts = await this.reader.read(id);
    if (facts.attempts.at(-1)?.kind !== 'closing') throw packProblems.notYet();
    if (facts.sealed > 0) throw packProblems.sealed();
    return { record, facts };
  }

  /** The pack as its file, signed by the key of today. */
  async file(id: string): Promise<{ record: Auction; content: string }> {
    const { record, facts } = await this.found(id);
    const all = await this.keys.all();
    const { kid: today } = this.keys.sign(new Uint8Array());
    const used = new Set([today, ...facts.batches.map(({ kid }) => kid)]);
    const keys: PackedKey[] = all
      .filter(({ kid }) => used.has(kid))
      .map(({ kid, publicX }) => ({ kty: 'OKP', crv: 'Ed25519', x: publicX, kid }));
    const pack: Pack = {
      ...{ format: packFormat, county: this.config.county.name, auction: packedHead(record, facts) },
      ...{ bidders: facts.bidders, attempts: facts.attempts.map(packedAttempt) },
      batches: facts.batches.map((batch) => packedBatch(batch, facts.attempts)),
      ...{ keys, draw: facts.draw, result: packedResult(record, facts) },
    };
    return { record, content: writePack(pack, (bytes) => this.keys.sign(bytes)) };
  }
}
