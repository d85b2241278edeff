import { type Letter, kindOf } from '#papers';

/** A letter that says what a test wants it to. */
export const sampled = (kind: string, view: object): Letter<[]> => ({ ...kindOf(kind), view: () => view });
