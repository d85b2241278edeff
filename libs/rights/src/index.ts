export { type Compass, cutFrom, guardOf, outsideM2, overlapM2 } from './shape/cut.js';
export { type Flat, type Point, type Ring, type Shape, toGlobe, toPlane } from './shape/plane.js';
export { areaM2, boxOf, oriented, shapeFault } from './shape/ring.js';
export { generateVillage, type MadeUpHousehold, type MadeUpParcel, type MadeUpVillage } from './training/village.js';
export { madeUpOperators, villageBody, type MadeUpBody } from './training/bodies.js';
