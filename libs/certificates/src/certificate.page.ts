import type { Actor } from '#kernel';
import type { FormAct } from '#platform';
import type { Certified } from './certificate.view.js';
import { toneOf } from './verification.page.js';

/** What only the page of a certificate needs: its buttons, the colour of its verdict, and whose page it is. */
export function certificatePage({ verdict, state, paperId }: Certified, acts: readonly FormAct[], me: Actor) {
  const staff = me.kind === 'staff';
  return {
    acts,
    own: !staff,
    tone: toneOf({ state: verdict, underReview: state === 'revoking' }),
    register: staff ? `/papers/${paperId}/prints` : '',
  };
}
