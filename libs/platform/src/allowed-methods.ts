import { Injectable } from '@nestjs/common';
import findMyWay, { type HTTPMethod } from 'find-my-way';
import { longestPart } from './audience.js';

const methods: readonly HTTPMethod[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Which methods an address answers to; asked only where a request met no route. */
@Injectable()
export class AllowedMethods {
  private readonly router = findMyWay({ maxParamLength: longestPart });

  add(method: HTTPMethod, path: string): void {
    if (!this.router.hasRoute(method, path)) this.router.on(method, path, () => undefined);
  }

  at(url: string): string[] {
    const path = url.split('?')[0] ?? '/';
    return methods.filter((method) => this.router.find(method, path) !== null);
  }
}
