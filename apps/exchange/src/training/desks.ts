import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Hand } from './hand.js';

/** The people of a training county that a case passes through, signed in once. */
export class Desks {
  private readonly hands = new Map<string, Promise<Hand>>();

  constructor(private readonly app: NestFastifyApplication) {}

  of(login: string): Promise<Hand> {
    const known = this.hands.get(login) ?? Hand.of(this.app, login);
    this.hands.set(login, known);
    return known;
  }

  /** Somebody of a town: clerk, reviewer, surveyor, finance, trade, coordination, information. */
  town(officeCode: string, post: string): Promise<Hand> {
    return this.of(`${officeCode.slice(6, 9)}-${post}`);
  }

  station(officeCode: string): Promise<Hand> {
    return this.of(`${officeCode.slice(6, 9)}-village-${officeCode.slice(9)}`);
  }
}
