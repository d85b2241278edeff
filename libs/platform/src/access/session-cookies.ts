import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { networkOf } from './network.js';
import { fingerprint, newToken } from './secrets.js';
import type { Origin } from './sign-in-failures.js';
import type { SignedIn } from './sessions.service.js';

const halfYearSeconds = 180 * 24 * 3600;

/** The session's cookie, and the one by which an account knows a device again. */
@Injectable()
export class SessionCookies {
  private readonly secure: boolean;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.secure = config.publicUrl.startsWith('https:');
  }

  /** A browser refuses `__Host-` cookies without Secure, so that name is only for https. */
  private name(name: 'session' | 'device'): string {
    return this.secure ? `__Host-${name}` : name;
  }

  /** The token a request carries: in its Authorization (programs), or else in its cookie. */
  tokenOf(request: FastifyRequest): string | null {
    const bearer = bearerOf(request);
    return bearer ?? cookieOf(request, this.name('session'));
  }

  /** Whether the request leans on the browser's cookie, which other sites can make a browser send. */
  leansOnCookie(request: FastifyRequest): boolean {
    return bearerOf(request) === null && cookieOf(request, this.name('session')) !== null;
  }

  give(reply: FastifyReply, signedIn: SignedIn, loginKey: string): void {
    this.set(reply, 'session', signedIn.token, null);
    // One device stays one, whoever signs in on it.
    const mark = this.deviceOf(reply.request) ?? newToken();
    this.set(reply, 'device', `${mark}.${this.deviceProof(mark, loginKey)}`, halfYearSeconds);
  }

  /** Takes the session away and asks the browser to forget what it kept of it. */
  take(reply: FastifyReply): void {
    this.set(reply, 'session', '', 0);
    void reply.header('Clear-Site-Data', '"cache", "storage"');
  }

  /** The mark of the device that asks; null for one that was never given any, and for programs. */
  deviceOf(request: FastifyRequest): string | null {
    const [mark = ''] = (cookieOf(request, this.name('device')) ?? '').split('.');
    return /^[\w-]{43}$/.test(mark) ? mark : null;
  }

  /** Where an attempt to sign in comes from: a device this account has used, which strangers cannot lock, or the network. */
  originOf(request: FastifyRequest, loginKey: string): Origin {
    const network = networkOf(request);
    const [mark, proof] = (cookieOf(request, this.name('device')) ?? '').split('.');
    if (mark && proof === this.deviceProof(mark, loginKey)) return { place: `device:${mark}`, network, known: true };
    return { place: network, network, known: false };
  }

  private deviceProof(mark: string, loginKey: string): string {
    return fingerprint(this.config.secretKey, `device:${mark}:${loginKey}`);
  }

  private set(reply: FastifyReply, name: 'session' | 'device', value: string, maxAge: number | null): void {
    const parts = [`${this.name(name)}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
    if (this.secure) parts.push('Secure');
    if (maxAge !== null) parts.push(`Max-Age=${maxAge}`);
    void reply.header('Set-Cookie', parts.join('; '));
  }
}

function bearerOf(request: FastifyRequest): string | null {
  const found = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '');
  return found?.[1] ?? null;
}

/** Reads one cookie from the header itself, so that hooks that run before any plugin see the same. */
export function cookieOf(request: Pick<FastifyRequest, 'headers'>, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || null;
  }
  return null;
}
