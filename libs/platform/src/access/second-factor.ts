import { Secret, TOTP } from 'otpauth';

/** In training only: the code that always fits, printed on the sign-in page. */
export const trainingCode = '000000';

function generator(secret: string, login: string, issuer: string): TOTP {
  return new TOTP({
    issuer,
    label: login,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
  });
}

/** A fresh TOTP secret, 160 bits. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the authenticator app reads from the QR code. */
export function enrolmentUri(secret: string, login: string, issuer: string): string {
  return generator(secret, login, issuer).toString();
}

/** The 30-second step a code belongs to (one before and one after are accepted), or null if it is no code of this secret. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const timestamp = now.getTime();
  const delta = generator(secret, '', '').validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 30_000) + delta;
}

/** The code of a moment, for tests and programs of a training county. */
export function codeAt(secret: string, now: Date): string {
  return generator(secret, '', '').generate({ timestamp: now.getTime() });
}
