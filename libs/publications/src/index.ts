export { PublicationsModule } from './publications.module.js';
export { PublicationsService } from './publications.service.js';
export { type DarkSpan, standingOf, type Venue, VenuesService } from './venues.service.js';
export { TerminalsService } from './terminals.service.js';
export { Publication, type PublicText } from './publication.entity.js';
export { Erratum } from './erratum.entity.js';
export { proofKinds, type VenueKind, venueKinds, VenuePosting } from './venue-posting.entity.js';
export { Terminal } from './terminal.entity.js';
export { codeSquare } from './code-square.js';
