import type { County } from '../../libs/transfers/src/desks/director.view.js';
import type { Transfer } from '../../libs/transfers/src/views/transfer.view.js';

/** What JSON makes of a view: moments are texts. */
type Sent<Value> = Value extends string | number | boolean | null
  ? Value
  : Value extends Date
    ? string
    : Value extends readonly (infer Each)[]
      ? Sent<Each>[]
      : { [Name in keyof Value]: Sent<Value[Name]> };

/** A case as a program gets it. */
export type TransferJson = Sent<Transfer>;

/** The director's figures as a program gets them. */
export type CountyJson = Sent<County>;
