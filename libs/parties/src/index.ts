export { AssistedSession } from './assisted-session.entity.js';
export { AssistedSessionsService } from './assisted-sessions.service.js';
export { Body, type BodyKind } from './body.entity.js';
export { CollectiveDecision } from './collective-decision.entity.js';
export type { ConsentMethod } from './consent.entity.js';
export {
  type HouseholdConsent,
  withoutSome,
  membersConsented,
  agentIsNotTransferee,
  powerHolds,
  collectiveDecided,
  properBody,
} from './consent.rules.js';
export { ConsentsService } from './consents.service.js';
export { statementHash } from './statement-hash.js';
export { DecisionsService, decisionFacts } from './decisions.service.js';
export { attorneyPowers } from './power-of-attorney.input.js';
export { inForce, PowersOfAttorneyService, type ValidPowerOfAttorney } from './powers-of-attorney.service.js';
export { Household } from './household.entity.js';
export { type IdentityPaper, identityKey, otherNumber, sealedPaper } from './identity-paper.js';
export { Member } from './member.entity.js';
export { PartiesModule } from './parties.module.js';
export type { MemberRow, PartyRow } from './parties.queries.js';
export { PartiesService } from './parties.service.js';
export { cardNumber } from './card-number.js';
export { partyProblems, partyRefusals } from './party.problems.js';
export { bodyKinds, consentMethods, identityKinds, memberNotes, relations, sexes } from './party.words.js';
export { type MemberView, type PartyView, publicName } from './party.view.js';
export { Vault } from './vault.js';
