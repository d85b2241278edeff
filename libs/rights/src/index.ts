export { Encumbrance } from './encumbrance.entity.js';
export { encumbranceStatuses } from './encumbrance.words.js';
export { encumbrancePosts } from './encumbrance.posts.js';
export { EncumbrancesService } from './encumbrances.service.js';
export type { LandRow } from './land.queries.js';
export {
  type LandFacts,
  termWithinContract,
  withinParent,
  areaWithinParcel,
  landIsFree,
  groundIsFree,
  type CasesShown,
  mortgageesConsent,
  purposeAllowed,
} from './land.rules.js';
export { LandService } from './land.service.js';
export { ManagementRight, type RightStatus, holdsLand, liveStatuses } from './management-right.entity.js';
export { purposeVerdict } from './purpose.rules.js';
export { plannedUses } from './purpose.words.js';
export type { PortionRequest, RightRequest } from './right.input.js';
export { RightsModule } from './rights.module.js';
export { RightsService } from './rights.service.js';
export { type Shape } from './shape/plane.js';
export { frameOf, groundOf, mapView, type MapView, onPlane, type PlotOnMap } from './map.view.js';
export { rangeOf, termOf } from './term-range.js';
export { type Generated, TrainingRegister, type VillagePlace } from './training/training-register.js';
export { generateVillage, type MadeUpVillage } from './training/village.js';
export { errorXlsx } from './import/error-sheet.js';
export type { Fault, SheetRow } from './import/fault.js';
export { importStatuses } from './import/import.words.js';
export { SheetFile } from './import/sheet-file.js';
export { ImportsService } from './import/imports.service.js';
export { landChangeKinds } from './land-change.words.js';
export { RightSubjects } from './change/right-subjects.js';
export { inUse } from './contracts.queries.js';
export { landClasses } from './register.words.js';
