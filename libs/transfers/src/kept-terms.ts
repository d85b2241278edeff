/** A word or a day kept under a name; empty where there is none. */
function textIn(kept: Readonly<Record<string, unknown>>, name: string): string {
  const value = kept[name];
  return typeof value === 'string' ? value : '';
}

/** A view as templates ask for it: a paper from before its terms were kept says the few that it printed under names of its own. */
export function keptTerms(view: object): object {
  const old: Readonly<Record<string, unknown>> & { terms?: object } = view as Readonly<Record<string, unknown>>;
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
