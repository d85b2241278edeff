export { type ChangeCounts, type CountyFile, CountyService } from './county.service.js';
export { textOfCsv } from './division-file.js';
export { OfficesModule } from './offices.module.js';
export type { OfficeRow } from './offices.queries.js';
export { OfficesService, type PlaceNames } from './offices.service.js';
export { placeOf } from './place-name.js';
export { TrainingStaff } from './training-staff.service.js';
export { Offices1761000000400 } from './migrations/1761000000400-offices.js';
