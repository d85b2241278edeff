export * from './blocker.js';
export * from './calendar-year.js';
export * from './calendar.js';
export * from './clock.js';
export * from './credit-code.js';
export * from './day.js';
export * from './division-code.js';
export { drawWorkflow } from './drawing.js';
export * from './fen.js';
export * from './identity-number.js';
export * from './mask.js';
export * from './mu.js';
export type {
  CapitalThreshold,
  ParameterDefinition,
  ParameterKind,
  ParameterMark,
  Share,
} from './parameter-definition.js';
export { decisionBodies, parameterTable, transfereeKinds } from './parameter-table.js';
export type { DecisionBody, TransfereeKind } from './parameter-table.js';
export * from './parameters.js';
export * from './phone.js';
export * from './post.js';
export * from './problem.js';
export * from './reach.js';
export * from './register-codes.js';
export * from './scan.js';
export * from './term.js';
export * from './workflow.js';
