import { Injectable } from '@nestjs/common';
import { Database } from './database.js';
import { requestContext, type Known } from './request-context.js';

const sql = `SELECT (SELECT coalesce(max(id), 0) FROM parameter_value) AS parameters,
  (SELECT coalesce(max(id), 0) FROM calendar_version) AS calendar,
  (SELECT coalesce(json_object_agg(list, number), '{}') FROM list_version) AS lists`;

/**
 * One look at the numbers for all requests of a turn of the event loop. It leaves after the last of them has come, so that each
 * sees what was committed before it asked.
 */
@Injectable()
export class Versions {
  private asked: Promise<Known> | null = null;

  constructor(private readonly database: Database) {}

  /** The numbers as they stood after this request had come. */
  now(): Promise<Known> {
    const request = requestContext.getStore();
    if (!request?.reads) return this.turn();
    request.known ??= this.turn();
    return request.known;
  }

  private turn(): Promise<Known> {
    if (this.asked) return this.asked;
    setImmediate(() => (this.asked = null));
    this.asked = this.look();
    return this.asked;
  }

  private async look(): Promise<Known> {
    const [row] = await this.database.rows<Known & Record<string, unknown>>('versions', sql);
    if (!row) throw new Error('The versions have no row.');
    return row;
  }
}
