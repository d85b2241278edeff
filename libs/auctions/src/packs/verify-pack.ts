import { pathFault, sequenceFault, signatureFault, timeFault } from './batch-checks.js';
import { readPack, type PackFile } from './pack-file.js';
import type { Pack, PackedKey } from './pack.js';
import { replay, resultAnew } from './replay.js';
import { signedBy } from './signatures.js';
import type { Check, CheckName, Finding, Verdict } from './verdict.js';

/**
 * Looks through a pack with nothing but the pack: whoever runs this needs neither the exchange nor its word. With `trusted`, the keys
 * as the exchange publishes them (`/.well-known/jwks.json`), it also says whether they are its own.
 */
export function verifyPack(bytes: Uint8Array, trusted: readonly PackedKey[] | null = null): Verdict {
  let file: PackFile;
  try {
    file = readPack(bytes);
  } catch (error) {
    const found = error instanceof Error ? error.message : '';
    return { right: false, checks: [{ name: 'file', right: false, found }], said: null, kids: [], attempts: 0 };
  }
  try {
    return judged(file, trusted);
  } catch (error) {
    // A pack whose parts are missing or of another kind: nobody wrote it in this way.
    const found = error instanceof Error ? error.message : '';
    return { ...none, checks: [{ name: 'file', right: false, found }] };
  }
}

const none = { right: false, said: null, kids: [], attempts: 0 } as const;

function judged({ pack, bytes, seal }: PackFile, trusted: readonly PackedKey[] | null): Verdict {
  const checks: Check[] = [];
  const look = (name: CheckName, finding: Finding): void => {
    checks.push({ name, right: finding === null, found: finding ?? '' });
  };
  look('file', null);
  look('seal', signedBy(pack.keys, seal, bytes) ? null : seal.kid);
  if (trusted) look('keys', foreignKey(pack.keys, trusted));
  look('sequence', sequenceFault(pack));
  look('signatures', signatureFault(pack));
  look('paths', pathFault(pack));
  look('times', timeFault(pack));
  const { book, fault } = replay(pack);
  look('replay', fault);
  const { result, drawFault } = resultAnew(pack, book);
  look('draw', drawFault);
  look('result', resultFault(pack, result));
  const { winner, priceFen, endsAt } = result;
  const { listingNumber, thing } = pack.auction;
  return {
    ...{ right: checks.every(({ right }) => right), checks, attempts: pack.attempts.length },
    ...{ said: { listingNumber, thing, winner, priceFen, endsAt }, kids: pack.keys.map(({ kid }) => kid) },
  };
}

const foreignKey = (keys: readonly PackedKey[], trusted: readonly PackedKey[]): Finding =>
  keys.find(({ kid, x }) => !trusted.some((own) => own.kid === kid && own.x === x))?.kid ?? null;

const resultFault = ({ result: told }: Pack, anew: Pack['result']): Finding =>
  told.winner === anew.winner &&
  told.priceFen === anew.priceFen &&
  told.endsAt === anew.endsAt &&
  told.code === anew.code
    ? null
    : `${anew.winner} ${anew.priceFen} ${anew.endsAt}`;
