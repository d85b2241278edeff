import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiClient } from './api-client.js';

/** The people of a training county that a case passes through; each signs in once. */
export class Desks {
  private readonly people = new Map<string, ApiClient>();

  constructor(private readonly app: Pick<NestFastifyApplication, 'inject'>) {}

  of(login: string): ApiClient {
    const known = this.people.get(login) ?? new ApiClient(this.app, login);
    this.people.set(login, known);
    return known;
  }

  /** Somebody of a town: clerk, reviewer, surveyor, finance, trade, coordination, information. */
  town(officeCode: string, post: string): ApiClient {
    return this.of(`${officeCode.slice(6, 9)}-${post}`);
  }

  station(officeCode: string): ApiClient {
    return this.of(`${officeCode.slice(6, 9)}-village-${officeCode.slice(9)}`);
  }
}
