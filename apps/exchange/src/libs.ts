import type { Type } from '@nestjs/common';
import { Papers1761000007000, PapersModule } from '#papers';
import { Access1761000000100, Clock1761000000200, Platform1761000000000 } from '#platform';

/** The libs' modules, in the order of `libs/README.md`. */
export const libs: Type[] = [PapersModule];

/** Every migration, in the order of its timestamp. */
export const migrations: (new () => object)[] = [
  Platform1761000000000,
  Access1761000000100,
  Clock1761000000200,
  Papers1761000007000,
];
