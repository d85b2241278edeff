import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { BidProcesses, type InHand } from './bid-processes.js';

const bids = /^\/auctions\/[^/]+\/(?:bids|maxima|withdrawals)(?:\?|$)/;

/**
 * A bid has entered when the whole of it is there: whoever sends the head before the end and the amount after it has not bid in time.
 * From that moment until it is answered, nobody closes over it.
 */
@Injectable()
export class Intake implements OnModuleInit {
  private readonly taken = new WeakMap<FastifyRequest, InHand>();

  constructor(
    private readonly processes: BidProcesses,
    private readonly host: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    // The clock as a process of its own has no web server.
    const web = this.host.httpAdapter as HttpAdapterHost['httpAdapter'] | null;
    if (web === null) return;
    const server = web.getInstance<FastifyInstance>();
    server.addHook('preValidation', (request, _reply, done) => {
      // Before the others know of this process it takes nothing in; whoever may not bid makes it known to nobody.
      if (request.method === 'POST' && this.processes.isOn && bids.test(request.url)) this.hold(request);
      done();
    });
    server.addHook('onResponse', (request, _reply, done) => this.leave(request, done));
    server.addHook('onRequestAbort', (request, done) => this.leave(request, done));
  }

  /** The bid that a request brings, taken in once. */
  async of(request: FastifyRequest): Promise<InHand> {
    await this.processes.ready();
    return this.taken.get(request) ?? this.hold(request);
  }

  private hold(request: FastifyRequest): InHand {
    const taken = this.processes.take();
    this.taken.set(request, taken);
    return taken;
  }

  private leave(request: FastifyRequest, done: () => void): void {
    const taken = this.taken.get(request);
    if (taken) this.processes.done(taken);
    done();
  }
}
