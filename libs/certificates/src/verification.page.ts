import type { Paper } from '#papers';
import { transferMap } from '#transfers';
import type { Verdict } from './certificate.words.js';
import type { CertificateView } from './certificate.letter.js';
import type { Told } from './verification.view.js';

const tones: Readonly<Record<Verdict, string>> = {
  ...{ valid: 'go', changed: 'info', expired: 'wait', renewed: 'wait', right_over: 'wait', superseded: 'wait' },
  ...{ cancelled: 'wait', revoked: 'stop', void: 'wait', altered: 'stop', unknown: 'stop' },
};

/** The colour of a verdict; who may yet lose a valid certificate is warned. */
export const toneOf = ({ state, underReview }: Pick<Told, 'state' | 'underReview'>): string =>
  state === 'valid' && underReview ? 'wait' : tones[state];

/** What only the page of a check needs: the form, the colour, and the sketch of a certificate's parcels. */
export function verificationPage(told: Told | null, paper: Paper | null) {
  const sketch = told?.certificate && paper ? (paper.view as CertificateView).sketch : undefined;
  return {
    values: { code: '' },
    tone: told && toneOf(told),
    map: sketch?.unit === 'metre' ? transferMap(sketch.plots.map(({ ring, number }) => ({ ring, number }))) : null,
  };
}
