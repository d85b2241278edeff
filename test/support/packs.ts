export type { Pack } from '../../libs/auctions/src/packs/pack.js';
export { signedBy } from '../../libs/auctions/src/packs/signatures.js';
export { verifyPack } from '../../libs/auctions/src/packs/verify-pack.js';
