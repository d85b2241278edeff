import { type KeyObject, createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, seal, unseal } from '#platform';

/** Who stands behind a number. */
export interface Joint {
  interestId: string;
  partyId: string;
}

/**
 * Joins numbers and persons under a key of its own, so that nobody who reads the tables can: a keyed tag finds whose number it is
 * when he himself comes, and the joint is opened by the result (法释〔2016〕18号第十八、十九条：竞价程序结束前保密).
 */
@Injectable()
export class BidderSeal {
  private readonly sealing: Buffer;
  /** A key object: each bid is tagged several times. */
  private readonly tagging: KeyObject;

  constructor(@Inject(CONFIG) config: Pick<Config, 'secretKey'>) {
    const of = (use: string): Buffer => Buffer.from(hkdfSync('sha256', config.secretKey, '', use, 32));
    this.sealing = of('auctions: joint');
    this.tagging = createSecretKey(of('auctions: tag'));
  }

  /** Finds a party among the bidders of one auction, and of no other. */
  tag(auctionId: string, partyId: string): Buffer {
    return this.keyed(auctionId, 'party', partyId);
  }

  /** Sixteen bytes that nobody can make without the key: of a party, a key of a request, an address. */
  keyed(auctionId: string, what: string, text: string): Buffer {
    return createHmac('sha256', this.tagging).update(`${auctionId} ${what} ${text}`).digest().subarray(0, 16);
  }

  /** Of a receipt: its hash tells nobody what it hides, until the salt is told with it. */
  salt(auctionId: string, seq: number): string {
    return this.keyed(auctionId, 'salt', String(seq)).toString('hex');
  }

  seal(auctionId: string, number: number, joint: Joint): string {
    return seal(this.sealing, JSON.stringify(joint), `${auctionId} ${number}`);
  }

  open(auctionId: string, number: number, sealed: string): Joint {
    return JSON.parse(unseal(this.sealing, sealed, `${auctionId} ${number}`)) as Joint;
  }

  /** What nobody may read before the end: a sealed quote, a maximum. */
  close<Value>(auctionId: string, value: Value): string {
    return seal(this.sealing, JSON.stringify(value), auctionId);
  }

  disclose<Value>(auctionId: string, sealed: string): Value {
    return JSON.parse(unseal(this.sealing, sealed, auctionId)) as Value;
  }
}
