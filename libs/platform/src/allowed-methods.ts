import { Injectable } from '@nestjs/common';
import findMyWay, { type HTTPMethod, type HTTPVersion, type Instance } from 'find-my-way';
import { longestPart } from './audience.js';

const methods: readonly HTTPMethod[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Which methods an address answers to; asked only where a request met no route, so that no start waits for its router. */
@Injectable()
export class AllowedMethods {
  private readonly routes: [HTTPMethod, string][] = [];
  private router: Instance<HTTPVersion.V1> | null = null;

  add(method: HTTPMethod, path: string): void {
    this.routes.push([method, path]);
  }

  at(url: string): string[] {
    const router = (this.router ??= this.made());
    const path = url.split('?')[0] ?? '/';
    return methods.filter((method) => router.find(method, path) !== null);
  }

  private made(): Instance<HTTPVersion.V1> {
    const router = findMyWay({ maxParamLength: longestPart });
    for (const [method, path] of this.routes)
      if (!router.hasRoute(method, path)) router.on(method, path, () => undefined);
    return router;
  }
}
