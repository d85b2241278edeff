export { CertificatesModule } from './certificates.module.js';
export { IssuedAnew1761000014100 } from './migrations/1761000014100-issued-anew.js';
export { Certificates1761000014000 } from './migrations/1761000014000-certificates.js';
