import type { AgreedView } from './deal.view.js';

/** A word or a day kept under a name; empty where there is none. */
function textIn(kept: Readonly<Record<string, unknown>> | undefined, name: string): string {
  const value = kept?.[name];
  return typeof value === 'string' ? value : '';
}

/**
 * A view as templates ask for it: a paper from before its terms were kept says the few that it printed under names of its own.
 * Lines that an old letter kept as words are printed by its template.
 */
export function asKept<View extends object>(view: View): View & { terms: AgreedView } {
  const old: Readonly<Record<string, unknown>> & { terms?: AgreedView } = view as Readonly<Record<string, unknown>>;
  const guarantor = textIn(old, 'guarantor');
  return {
    ...view,
    terms: {
      handoverOn: textIn(old, 'handoverBy') || textIn(old, 'handoverOn'),
      fixtures: textIn(old, 'fixtures'),
      guarantor: guarantor === '' ? null : { name: guarantor },
      ...old.terms,
    },
  };
}
