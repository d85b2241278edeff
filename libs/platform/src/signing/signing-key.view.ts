import { type Of, value, view } from '../views/values.js';
import { causes, signingKeyLabels as labels } from './signing-key.words.js';
import type { PublicKeyRow } from './signing-keys.queries.js';

const keyView = view(
  'SigningKey',
  {
    kid: value.text(labels.kid),
    x: value.text(labels.x),
    signsFrom: value.moment(labels.signsFrom),
    signsUntil: value.maybe(value.moment(labels.signsUntil)),
    cause: value.code(causes, labels.cause),
    reason: value.maybe(value.text(labels.reason)),
  },
  labels.one,
);

/** Every key that ever signed, newest first. */
export const signingKeysView = view(
  'SigningKeys',
  { keySet: value.href(labels.keySet), everyDays: value.count(labels.everyDays), keys: value.many(keyView) },
  labels.list,
);
export type SigningKeysView = Of<typeof signingKeysView>;

const webKeyView = view(
  'JsonWebKey',
  {
    kty: value.text(),
    crv: value.text(),
    x: value.text(labels.x),
    use: value.text(),
    alg: value.text(),
    kid: value.text(labels.kid),
  },
  labels.one,
);

/** The keys as programs read them everywhere (RFC 7517, RFC 8037). */
export const keySetView = view('JsonWebKeySet', { keys: value.many(webKeyView) }, labels.keySet);
export type KeySetView = Of<typeof keySetView>;

export const keySetOf = (rows: readonly PublicKeyRow[]): KeySetView => ({
  keys: rows.map(({ kid, publicX }) => ({ kty: 'OKP', crv: 'Ed25519', x: publicX, use: 'sig', alg: 'EdDSA', kid })),
});

export function keysOf(rows: readonly PublicKeyRow[], everyDays: number): SigningKeysView {
  const keys = rows.map(({ kid, publicX, signsFrom, cause, reason }, index) => ({
    ...{ kid, x: publicX, signsFrom, signsUntil: rows[index + 1]?.signsFrom ?? null, cause, reason },
  }));
  return { keySet: '/.well-known/jwks.json', everyDays, keys: keys.toReversed() };
}
