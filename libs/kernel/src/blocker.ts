/** Why a step cannot be taken now: said beside the disabled button and in the refusal alike. */
export interface Blocker {
  /** Stable name, for programs. */
  rule: string;
  /** The reason, to the person who would press the button. */
  text: string;
  /** The article of law or the rule of the platform it obeys. */
  article: string;
  /** What to do about it. */
  way: { href: string; label: string } | null;
}

/** Makes a blocker; the way out is optional. */
export function blocker(rule: string, text: string, article: string, way: Blocker['way'] = null): Blocker {
  return { rule, text, article, way };
}
