export { PublicationsModule } from './publications.module.js';
export { type Composition, PublicationsService } from './publications.service.js';
export {
  confirmsForCounty,
  type Proof,
  type Standing,
  standingOf,
  type Venue,
  VenuesService,
} from './venues.service.js';
export { silentMinutes, type TerminalStanding, TerminalsService } from './terminals.service.js';
export { Publication, type PublicParcel, type PublicText } from './publication.entity.js';
export { Erratum } from './erratum.entity.js';
export { proofKinds, type VenueKind, venueKinds, VenuePosting } from './venue-posting.entity.js';
export { VenueDark } from './venue-dark.entity.js';
export { Terminal } from './terminal.entity.js';
export { publicationProblems } from './publication.problems.js';
export { canonical, contentHash } from './content-hash.js';
export { type CodeSquare, codeSquare } from './code-square.js';
export { Publications1761000008000 } from './migrations/1761000008000-publications.js';
