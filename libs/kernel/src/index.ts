export * from './blocker.js';
export * from './calendar-year.js';
export * from './holiday.importer.js';
export * from './calendar.js';
export * from './canonical.js';
export * from './clock.js';
export { codes, codesName, growingCodes } from './codes.js';
export * from './credit-code.js';
export * from './day.js';
export * from './division-code.js';
export * from './draw.js';
export { drawWorkflow } from './drawing.js';
export * from './fen.js';
export * from './fold.js';
export * from './identity-number.js';
export * from './mask.js';
export * from './merkle.js';
export * from './mu.js';
export * from './name-signs.js';
export { tableComplete } from './parameter-definition.js';
export type { CapitalThreshold, ParameterDefinition, ParameterKind, ParameterMark } from './parameter-definition.js';
export {
  biddingModes,
  bidPriorities,
  decisionBodies,
  parameterTable,
  rightKinds,
  seedWays,
  transfereeKinds,
} from './parameter-table.js';
export type { BidPriority, BiddingMode, DecisionBody, RightKind, SeedWay, TransfereeKind } from './parameter-table.js';
export * from './parameters.js';
export * from './phone.js';
export * from './plain-text.js';
export * from './phases.js';
export * from './post.js';
export * from './problem.js';
export * from './reach.js';
export * from './register-codes.js';
export * from './scan.js';
export * from './sha256.js';
export * from './term.js';
export * from './workflow.js';
